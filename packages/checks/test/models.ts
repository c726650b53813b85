import * as onnx from "./onnx-writer.ts";

const x = (columns: number): number[] => onnx.value("x", onnx.float, ["n", columns]);
const ints = (...v: number[]): BigInt64Array => BigInt64Array.from(v, BigInt);

/** Softmax of x·W: a model with one tensor and `classes` probabilities. */
export function softmaxModel(
  columns: number,
  classes: number,
  weights: number[],
  batch: number | "n" = "n",
): Uint8Array {
  return onnx.model(
    onnx.graph({
      nodes: [onnx.node("MatMul", ["x", "w"], ["z"]), onnx.node("Softmax", ["z"], ["probabilities"])],
      inputs: [onnx.value("x", onnx.float, [batch, columns])],
      outputs: [onnx.value("probabilities", onnx.float, [batch, classes])],
      weights: [onnx.tensor("w", onnx.float, [columns, classes], Float32Array.from(weights))],
    }),
  );
}

/** The same, but it gives the number of the class and no probabilities. */
export const labelModel = (columns: number, classes: number, weights: number[]): Uint8Array =>
  onnx.model(
    onnx.graph({
      nodes: [
        onnx.node("MatMul", ["x", "w"], ["z"]),
        onnx.node("ArgMax", ["z"], ["label"], [onnx.intAttribute("axis", 1), onnx.intAttribute("keepdims", 0)]),
      ],
      inputs: [x(columns)],
      outputs: [onnx.value("label", onnx.int64, ["n"])],
      weights: [onnx.tensor("w", onnx.float, [columns, classes], Float32Array.from(weights))],
    }),
  );

/** Gives 0/0 for every row. */
export const nanModel = (): Uint8Array =>
  onnx.model(
    onnx.graph({
      nodes: [onnx.node("Sub", ["x", "x"], ["zero"]), onnx.node("Div", ["zero", "zero"], ["probabilities"])],
      inputs: [x(2)],
      outputs: [onnx.value("probabilities", onnx.float, ["n", 2])],
    }),
  );

/** Asks for a tensor of 160 GB when it is run. */
export const memoryBomb = (): Uint8Array =>
  onnx.model(
    onnx.graph({
      nodes: [
        onnx.node("Shape", ["x"], ["s"]),
        onnx.node("Mul", ["s", "huge"], ["shape"]),
        onnx.node("ConstantOfShape", ["shape"], ["big"]),
        onnx.node("ReduceMax", ["big"], ["m"]),
        onnx.node("Add", ["x", "m"], ["probabilities"]),
      ],
      inputs: [x(2)],
      outputs: [onnx.value("probabilities", onnx.float, ["n", 2])],
      weights: [onnx.tensor("huge", onnx.int64, [2], ints(200_000, 50_000))],
    }),
  );

/** Loops for ever once it is run. */
export const endlessLoop = (): Uint8Array => {
  const body = onnx.graph({
    nodes: [onnx.node("Identity", ["c"], ["c2"]), onnx.node("Identity", ["v"], ["v2"])],
    inputs: [onnx.value("i", onnx.int64, []), onnx.value("c", onnx.bool, []), onnx.value("v", onnx.float, ["n", 2])],
    outputs: [onnx.value("c2", onnx.bool, []), onnx.value("v2", onnx.float, ["n", 2])],
  });
  return onnx.model(
    onnx.graph({
      nodes: [onnx.node("Loop", ["", "yes", "x"], ["probabilities"], [onnx.graphAttribute("body", body)])],
      inputs: [x(2)],
      outputs: [onnx.value("probabilities", onnx.float, ["n", 2])],
      weights: [onnx.tensor("yes", onnx.bool, [], Uint8Array.of(1))],
    }),
  );
};

/** As an exporter writes it: one input per column, a linear classifier that names its classes. `weights`: one row per class. */
export const columnsModel = (inputs: string[], classes: string[], weights: number[][]): Uint8Array =>
  onnx.model(
    onnx.graph({
      nodes: [
        onnx.node("Concat", inputs, ["x"], [onnx.intAttribute("axis", 1)]),
        onnx.node(
          "LinearClassifier",
          ["x"],
          ["label", "probabilities"],
          [
            onnx.floatsAttribute("coefficients", weights.flat()),
            onnx.floatsAttribute(
              "intercepts",
              classes.map(() => 0),
            ),
            onnx.textsAttribute("classlabels_strings", classes),
            onnx.textAttribute("post_transform", "SOFTMAX"),
          ],
          "ai.onnx.ml",
        ),
      ],
      inputs: inputs.map((name) => onnx.value(name, onnx.float, ["n", 1])),
      outputs: [
        onnx.value("label", onnx.string, ["n"]),
        onnx.value("probabilities", onnx.float, ["n", classes.length]),
      ],
    }),
  );
