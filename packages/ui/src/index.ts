export { Digest, shortDigest } from "./digest.tsx";
export { CalibrationChart, DotChart, type DotRow, Figure } from "./figure.tsx";
export { Guilloche } from "./guilloche.tsx";
export { Brand, Icon, type IconName, iconNames, Rosette } from "./icon.tsx";
export {
  buttonClass,
  Empty,
  fieldClass,
  Hatched,
  HatchedMark,
  HatchedWord,
  Note,
  panelClass,
  Section,
  sheetClass,
} from "./layout.tsx";
export { actWord, actWords, Manifestation, sealOf } from "./signature.tsx";
export {
  Chip,
  type ChipTone,
  outcomeWords,
  PartState,
  ReviewState,
  reviewStateWord,
  TierMark,
  Verdict,
  verdictWord,
} from "./status.tsx";
export { Clock, Day, Due, DueDay, DueFolio, Moment, ShortDay } from "./time.tsx";
export { ScrollTable } from "./table.tsx";
