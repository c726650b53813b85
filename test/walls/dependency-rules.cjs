/** Which package may import which (docs/architecture.md). `allowed` names are packages of ours; others are left to package.json. */
const allowed = {
  canonical: [],
  tlog: [],
  words: [],
  policy: ["canonical", "words"],
  record: ["canonical", "policy", "tlog"],
  domain: ["canonical", "policy", "record", "words"],
  attestation: ["canonical", "tlog"],
  verifier: ["canonical", "policy", "tlog", "attestation", "record", "words"],
  db: ["canonical", "domain", "record", "policy"],
  usecases: ["canonical", "domain", "policy", "record", "db", "tlog", "attestation", "words"],
  checks: ["canonical", "domain"],
  reports: ["domain", "record", "verifier"],
  api: ["usecases", "domain", "words"],
  ui: ["domain", "words"],
  testing: ["db", "usecases", "domain", "record", "canonical"],
};
const apps = {
  portal: ["api", "usecases", "ui", "domain", "reports", "verifier", "record", "words"],
  gateway: ["usecases", "domain", "reports"],
  cli: ["usecases", "domain", "verifier", "tlog", "attestation", "canonical", "record", "db"],
  worker: ["usecases", "checks", "domain", "reports", "words"],
  notary: ["db", "canonical", "policy", "record", "tlog", "attestation"],
};

const wall = (folder, name, may) => ({
  name: `${name}-may-import`,
  severity: "error",
  comment: `${name} may import: ${may.join(", ") || "none of our packages"}`,
  from: { path: `^${folder}/${name}/src/` },
  to: {
    path: `^(packages|apps)/`,
    pathNot: `^(${[`${folder}/${name}`, ...may.map((entry) => `packages/${entry}`)].join("|")})/`,
  },
});

module.exports = {
  forbidden: [
    ...Object.entries(allowed).map(([name, may]) => wall("packages", name, may)),
    ...Object.entries(apps).map(([name, may]) => wall("apps", name, may)),
    {
      name: "no-cycles",
      severity: "error",
      comment: "Modules form no circle.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "one-door",
      severity: "error",
      comment:
        "Only the kernel and the commands write: db's write functions take a transaction that the kernel alone makes.",
      from: { path: "^(packages|apps)/[^/]+/src/", pathNot: "^packages/(usecases|db)/src/" },
      to: { path: "^packages/db/src/write\\.ts$" },
    },
    {
      name: "one-transaction",
      severity: "error",
      comment: "A write transaction is begun in one place.",
      from: { path: "^packages/usecases/src/(?!kernel/)" },
      to: { path: "^packages/db/src/write\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-tests-in-programs",
      severity: "error",
      comment: "Programs do not import what tests use.",
      from: { path: "^(packages|apps)/[^/]+/src/", pathNot: "^packages/testing/" },
      to: { path: "^(packages/testing|test|[^/]+/[^/]+/test)/" },
    },
    {
      name: "migrations-by-cli-alone",
      severity: "error",
      comment: "Only `up` and `migrate` reach the database's migrations and the embedded server.",
      from: { path: "^(packages|apps)/[^/]+/src/", pathNot: "^(packages/(db|testing)|apps/cli)/src/" },
      to: { path: "^packages/db/src/(migrate|embedded)\\.ts$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(node_modules|dist|\\.next)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
      extensions: [".ts", ".tsx", ".js"],
    },
  },
};
