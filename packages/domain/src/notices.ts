/** What people are told of, beside what stands in their inbox. */
export const noticeKinds = ["turn", "due", "answer", "decision", "condition", "security", "job"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** How a kind reaches somebody by mail. In the portal it stands in any case. */
export const noticeChoices = ["at_once", "digest", "off"] as const;
export type NoticeChoice = (typeof noticeChoices)[number];

/** What holds for somebody who has chosen nothing (ux 7.1). */
export const usualNotices: Record<NoticeKind, NoticeChoice> = {
  turn: "at_once",
  due: "at_once",
  answer: "digest",
  decision: "at_once",
  condition: "at_once",
  security: "at_once",
  job: "at_once",
};
