/** A model of the large demo's estate. */
export interface EstateModel {
  key: string;
  title: string;
  purpose: string;
  tier: "T3" | "T4";
}

const products = [
  "Mortgage",
  "Credit card",
  "Overdraft",
  "Personal loan",
  "Car loan",
  "Leasing",
  "Small business loan",
  "Trade finance",
  "Current account",
  "Savings",
  "Motor insurance",
  "Home insurance",
  "Pension",
  "Payments",
  "Merchant",
  "Branch",
  "Call centre",
  "Web shop",
  "Mobile app",
  "Treasury",
];
const targets = [
  ["default", "how likely an account defaults within a year"],
  ["arrears", "which accounts fall behind in the next quarter"],
  ["limit", "how high a limit a person may look at"],
  ["fraud", "which transactions a person looks at first"],
  ["attrition", "which customers are likely to leave"],
  ["price", "how demand answers to a price"],
  ["offer", "which offer a customer hears about next"],
  ["collections", "in which order reminders are sent"],
  ["income", "the income behind regular payments"],
  ["affordability", "what a household can carry"],
  ["volume", "how many requests arrive in a week"],
  ["complaints", "which complaints need an answer today"],
  ["anomaly", "which bookings differ from their like"],
  ["prepayment", "how early a contract is repaid"],
  ["loss", "how much of an exposure is lost"],
  ["duplicates", "which records are one and the same customer"],
  ["address", "where a letter will arrive"],
  ["documents", "what kind of document was handed in"],
  ["routing", "which team answers a message"],
  ["value", "what a relation is worth over its years"],
] as const;
const regions = ["north", "south", "east", "west", "online"];

/** 2,000 models of a bank: every product, target and region once. */
export const estate: EstateModel[] = regions.flatMap((region, r) =>
  targets.flatMap(([target, told], t) =>
    products.map((product, p) => ({
      key: `${product.toLowerCase().replaceAll(" ", "-")}-${target}-${region}`,
      title: `${product} ${target}, ${region}`,
      purpose: `Estimates ${told}: ${product.toLowerCase()}, ${region}. Scored beside production.`,
      tier: (r + t + p) % 3 === 0 ? ("T3" as const) : ("T4" as const),
    })),
  ),
);

const given = [
  "Aino",
  "Bram",
  "Chiara",
  "Dmitri",
  "Elif",
  "Farah",
  "Goran",
  "Hye-jin",
  "Ines",
  "Jonas",
  "Kaia",
  "Luca",
];
const family = ["Adler", "Bianchi", "Castro", "Duarte", "Eklund", "Fischer", "Gruber", "Haddad", "Ivanova", "Jensen"];

export interface EstatePerson {
  key: string;
  name: string;
  email: string;
}

/** 120 people who own those models or approve them. */
export const estatePeople: EstatePerson[] = given.flatMap((first) =>
  family.map((last) => ({
    key: `${first}-${last}`.toLowerCase(),
    name: `${first} ${last}`,
    email: `${first}.${last}@northgate.example`.toLowerCase(),
  })),
);
