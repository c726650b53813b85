import { DuckDBInstance } from "@duckdb/node-api";
import { ksOfScores, rocAuc } from "../src/stats/auc.ts";
import { percentileInterval } from "../src/stats/bootstrap.ts";
import { calibrationFit, calibrationInTheLarge } from "../src/stats/calibration.ts";
import * as confusion from "../src/stats/confusion.ts";
import { aucInterval, delong, delongPaired } from "../src/stats/delong.ts";
import { fisherExact, mcnemar } from "../src/stats/exact-tests.ts";
import { groupRates, range, ratio } from "../src/stats/groups.ts";
import * as matrix from "../src/stats/matrix.ts";
import * as multi from "../src/stats/multiclass.ts";
import { averagePrecision, precisionRecallArea } from "../src/stats/precision-recall.ts";
import { brier, brierSkill, logLoss } from "../src/stats/probability.ts";
import { clopperPearson, katz, newcombe, wilson } from "../src/stats/proportion.ts";
import { psi } from "../src/stats/psi.ts";
import * as regression from "../src/stats/regression.ts";
import { reliability } from "../src/stats/reliability.ts";

export interface Case {
  id: string;
  metric: string;
  inputs: Record<string, unknown>;
  params: Record<string, unknown>;
  expected: unknown;
  reference: { function: string };
  tolerance: number;
}

/** Not implemented, or refused before the metric is reached (the tests of the checks hold those). */
export const leftOut = new Set([
  "classification-28",
  ...["02", "03", "04", "05", "06", "07", "08", "10"].map((n) => `drift-${n}`),
  ...["03", "04", "07", "14", "15", "16", "17"].map((n) => `edges-${n}`),
]);

/** Parts of a case that are not implemented. */
export const partly: Record<string, string[]> = { "drift-09": ["edges"], "drift-11": ["ks", "dropped"] };

/** Where the case's note asks a governance tool for another answer than the reference gives. */
export const byNote: Record<string, unknown> = {
  "edges-02": { value: null },
  "edges-06": { value: null },
  "edges-12": { value: null },
  "edges-19": { value: { auc: 1, se: 0, normal95: null, logit95: null } },
  "fairness-11": { value: { tprOfB: null } },
};

const num = (v: unknown): number =>
  v === "NaN" ? Number.NaN : v === "Infinity" ? Infinity : v === "-Infinity" ? -Infinity : (v as number);
const floats = (v: unknown): Float64Array => Float64Array.from((v ?? []) as unknown[], num);
const labels = (v: unknown): Uint8Array => Uint8Array.from((v ?? []) as number[]);

function rowsOf(i: Record<string, unknown>): multi.MulticlassRows {
  const scores = i["scores"] as number[][];
  return {
    classes: scores[0]?.length ?? 0,
    y: Uint32Array.from(i["y"] as number[]),
    scores: Float64Array.from(scores.flat()),
  };
}

async function fromParquet(c: Case, folder: string): Promise<{ y: Uint8Array; s: Float64Array }> {
  const db = await (await DuckDBInstance.create(":memory:")).connect();
  const rows = await db.runAndReadAll(
    `SELECT ${String(c.inputs["y"])}::int, ${String(c.inputs["score"])}::double FROM '${folder}${String(c.inputs["parquet"])}'`,
  );
  const [y, s] = rows.getColumns();
  return { y: Uint8Array.from(y as number[]), s: Float64Array.from(s as number[]) };
}

/** Predicted labels as scores, so that the threshold 0.5 gives them back. */
function decided(i: Record<string, unknown>): confusion.Confusion {
  return confusion.confusionAt(labels(i["y"]), floats(i["decision"]), 0.5);
}

function groupsOf(i: Record<string, unknown>): ReturnType<typeof groupRates> {
  const d = labels(i["decision"]);
  return groupRates(labels(i["y"]), d, d, i["group"] as string[]);
}

function odds(i: Record<string, unknown>, agg: "worst" | "mean" = "worst"): number {
  const g = groupsOf(i);
  const tpr = range(g.map((r) => r.tpr ?? 0));
  const fpr = range(g.map((r) => r.fpr ?? 0));
  return agg === "worst" ? Math.max(tpr, fpr) : (tpr + fpr) / 2;
}

function interval(y: Uint8Array, s: Float64Array): Record<string, unknown> {
  const { auc, se } = delong(y, s);
  return { auc, se, normal95: aucInterval(auc, se, "normal"), logit95: aucInterval(auc, se, "logit") };
}

function binary(c: Case, y: Uint8Array, s: Float64Array): Record<string, () => unknown> {
  const at = confusion.confusionAt(y, s, 0.5);
  const m = [
    [at.tn, at.fp],
    [at.fn, at.tp],
  ];
  const prf = (average: matrix.Average): unknown => {
    const per = matrix.perClass(m);
    return {
      precision: matrix.averaged(per, "precision", average),
      recall: matrix.averaged(per, "recall", average),
      f1: matrix.averaged(per, "f1", average),
    };
  };
  return {
    "classification-01": () => ({ value: m }),
    "classification-02": () => ({ value: confusion.accuracy(at) }),
    "classification-03": () => ({ value: confusion.balancedAccuracy(at) }),
    "classification-04": () => ({
      precision: confusion.precision(at),
      recall: confusion.sensitivity(at),
      f1: confusion.fBeta(at, 1),
    }),
    "classification-05": () => prf("macro"),
    "classification-06": () => prf("weighted"),
    "classification-07": () => ({ value: confusion.fBeta(at, c.params["beta"] as number) }),
    "classification-08": () => ({ value: matrix.mcc(m) }),
    "classification-09": () => ({ value: matrix.kappa(m) }),
    "classification-13": () => ({ value: precisionRecallArea(y, s) }),
    "classification-19": () => ({ value: 2 * rocAuc(y, s) - 1 }),
    "classification-20": () => reliability(y, s),
    "classification-21": () => reliability(y, s),
    "edges-02": () => ({ value: averagePrecision(y, s) }),
    "edges-08": () => ({ value: logLoss(y, s) }),
    "edges-19": () => ({ value: interval(y, s) }),
  };
}

/** Our value for a case, shaped as the case expects it. */
export async function compute(c: Case, folder: string): Promise<unknown> {
  const i = c.inputs;
  if (c.id === "classification-29" || c.id === "classification-30") {
    const { y, s } = await fromParquet(c, folder);
    return {
      roc_auc: rocAuc(y, s),
      average_precision: averagePrecision(y, s),
      log_loss: logLoss(y, s),
      brier: brier(y, s),
      ece: reliability(y, s).ece,
      ks: ksOfScores(y, s),
      delong_se: delong(y, s).se,
    };
  }
  const y = labels(i["y"]);
  const s = floats(i["score"]);
  const own = binary(c, y, s)[c.id];
  if (own) return own();
  const e = regression.errors(floats(i["y"]), floats(i["prediction"]));
  const pair = (): [number, number, number, number] =>
    [i["k1"], i["n1"], i["k2"], i["n2"]] as [number, number, number, number];
  const k = i["k"] as number;
  const n = i["n"] as number;
  const table: Record<string, () => unknown> = {
    "average precision": () => ({ value: averagePrecision(y, s) }),
    "average precision with many ties": () => ({ value: averagePrecision(y, s) }),
    "ROC AUC": () => ({ value: rocAuc(y, s) }),
    "ROC AUC with many ties": () => ({ value: rocAuc(y, s) }),
    "ROC AUC, single class": () => ({ value: rocAuc(y, s) }),
    "ROC AUC, all scores equal": () => ({ value: rocAuc(y, s) }),
    "ROC AUC, empty input": () => ({ value: rocAuc(y, s) }),
    "accuracy, empty input": () => ({ value: confusion.accuracy(decided(i)) }),
    "log loss": () => ({ value: logLoss(y, s) }),
    "log loss with scores 0 and 1, one of them wrong": () => ({ value: logLoss(y, s) }),
    "Brier score": () => ({ value: brier(y, s) }),
    "KS statistic of scores": () => ({ value: ksOfScores(y, s) }),
    "ROC AUC, three classes, ovr, macro": () => ({ value: multi.aucOneVersusRest(rowsOf(i), "macro") }),
    "ROC AUC, three classes, ovr, weighted": () => ({ value: multi.aucOneVersusRest(rowsOf(i), "weighted") }),
    "ROC AUC, three classes, ovo, macro": () => ({ value: multi.aucOneVersusOne(rowsOf(i), "macro") }),
    "ROC AUC, three classes, ovo, weighted": () => ({ value: multi.aucOneVersusOne(rowsOf(i), "weighted") }),
    "log loss, three classes": () => ({ value: multi.logLossMulticlass(rowsOf(i)) }),
    "precision, recall, F1 per class, three classes": () => {
      const rows = rowsOf(i);
      const per = matrix.perClass(matrix.confusionMatrix(rows.classes, rows.y, multi.largest(rows)));
      return {
        precision: per.map((p) => p.precision),
        recall: per.map((p) => p.recall),
        f1: per.map((p) => p.f1),
        support: per.map((p) => p.support),
      };
    },
    "RMSE and MAE": () => ({ rmse: regression.rmse(e), mae: regression.mae(e) }),
    R2: () => ({ value: regression.r2(floats(i["y"]), e) }),
    "R2 when the truth is constant": () => ({ value: regression.r2(floats(i["y"]), e) }),
    "R2, one row": () => ({ value: regression.r2(floats(i["y"]), e) }),
    MAPE: () => ({ value: regression.mape(floats(i["y"]), e) }),
    "MAPE with a zero in the truth": () => ({ value: regression.mape(floats(i["y"]), e) }),
    "pinball loss": () => ({ value: (c.params["alphas"] as number[]).map((a) => regression.pinball(e, a)) }),
    "max error": () => ({ value: regression.maxError(e) }),
    "median absolute error": () => ({ value: regression.medianAbsoluteError(e) }),
    "explained variance": () => ({ value: regression.explainedVariance(floats(i["y"]), e) }),
    "calibration slope and intercept": () => {
      const fit = calibrationFit(y, s);
      return {
        slope: fit?.slope.value,
        intercept: fit?.intercept.value,
        interceptSlopeOne: calibrationInTheLarge(y, s)?.value,
      };
    },
    "reliability curve, 5 uniform bins": () => curve(y, s, "uniform"),
    "reliability curve, 5 quantile bins": () => curve(y, s, "quantile"),
    "Brier skill score": () => ({ value: brierSkill(y, s) }),
    "Wilson score interval": () => ({ value: wilson(k, n) }),
    "Wilson interval of nothing": () => ({ value: wilson(k, n) ?? [null, null] }),
    "Clopper-Pearson interval": () => ({ value: clopperPearson(k, n) }),
    "DeLong interval of AUC": () => interval(y, s),
    "DeLong interval with many ties": () => interval(y, s),
    "DeLong test of two AUCs on the same rows": () => {
      const t = delongPaired(y, floats(i["score1"]), floats(i["score2"]));
      return { ...t, normal95: t.interval };
    },
    "Newcombe interval of a difference of proportions": () => ({
      difference: pair()[0] / pair()[1] - pair()[2] / pair()[3],
      value: newcombe(...pair()),
    }),
    "Katz log interval of a ratio of proportions": () => ({
      ratio: pair()[0] / pair()[1] / (pair()[2] / pair()[3]),
      value: katz(...pair()),
    }),
    "bootstrap percentile interval with the indices given": () => ({
      value: percentileInterval(
        (i["indices"] as number[][]).map((at) =>
          brier(
            Uint8Array.from(at, (j) => y[j] ?? 0),
            Float64Array.from(at, (j) => s[j] ?? 0),
          ),
        ),
      ),
    }),
    "McNemar test": () =>
      mcnemar(...([(i["table"] as number[][])[0]?.[1], (i["table"] as number[][])[1]?.[0]] as [number, number])),
    "demographic parity difference": () => ({ value: range(groupsOf(i).map((g) => g.selectionRate)) }),
    "demographic parity ratio": () => ({ value: ratio(groupsOf(i).map((g) => g.selectionRate)) }),
    "a declared group without rows": () => ({ value: ratio(groupsOf(i).map((g) => g.selectionRate)) }),
    "nobody selected in any group": () => ({ value: ratio(groupsOf(i).map((g) => g.selectionRate)) }),
    "equalized odds difference": () => ({ value: odds(i) }),
    "equalized odds difference, mean of the two": () => ({ value: odds(i, "mean") }),
    "equal opportunity difference": () => ({ value: range(groupsOf(i).map((g) => g.tpr ?? 0)) }),
    "disparate impact per group": () => {
      const rows = groupsOf(i);
      const top = Math.max(...rows.map((r) => r.selectionRate));
      return { groups: Object.fromEntries(rows.map((r) => [r.group, { ...r, ratio: r.selectionRate / top }])) };
    },
    "demographic parity to the overall rate": () => {
      const d = labels(i["decision"]);
      const overall = d.reduce((a, b) => a + b, 0) / d.length;
      const rates = groupsOf(i).map((g) => g.selectionRate);
      return {
        difference: Math.max(...rates.map((r) => Math.abs(r - overall))),
        ratio: Math.min(...rates.map((r) => Math.min(r / overall, overall / r))),
      };
    },
    "a group of one row": () => ({
      demographic_parity_difference: range(groupsOf(i).map((g) => g.selectionRate)),
      demographic_parity_ratio: ratio(groupsOf(i).map((g) => g.selectionRate)),
    }),
    "a group without positives": () => ({ value: { tprOfB: groupsOf(i)[1]?.tpr } }),
    "Fisher exact test of two groups": () => {
      const [a, b] = i["selected"] as [number, number];
      const [na, nb] = i["n"] as [number, number];
      return fisherExact(a, na - a, b, nb - b);
    },
    "PSI, deciles of the reference": () => ({ value: psi(floats(i["reference"]), floats(i["current"])) }),
    "PSI of counts with few distinct values (deciles collapse)": () => ({
      value: psi(floats(i["reference"]), floats(i["current"])),
    }),
    "PSI and KS after dropping NaN and infinity": () => ({ psi: psi(floats(i["reference"]), floats(i["current"])) }),
    "precision when nothing is predicted positive": () => ({ value: confusion.precision(decided(i)) }),
    "MCC when one row of the matrix is empty": () => ({ value: matrix.mcc(asMatrix(decided(i))) }),
    "Cohen kappa, everything one class": () => ({ value: matrix.kappa(asMatrix(decided(i))) }),
  };
  const f = table[c.metric];
  if (!f) throw new Error(`${c.id} ${c.metric}: neither implemented nor left out by name`);
  return f();
}

const asMatrix = (c: confusion.Confusion): number[][] => [
  [c.tn, c.fp],
  [c.fn, c.tp],
];

function curve(y: Uint8Array, s: Float64Array, how: "uniform" | "quantile"): Record<string, unknown> {
  const { table } = reliability(y, s, 5, how);
  return { observed: table.map((r) => r.observed), meanScore: table.map((r) => r.meanScore) };
}
