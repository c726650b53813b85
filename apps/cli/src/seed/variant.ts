import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse, stringify } from "yaml";

/**
 * A story's version under another model's name, for the demo's smaller models: the same trees, marked in the ONNX
 * metadata and in MLmodel so that it is other bytes and `gate` can tell the two apart. Returns its countersign.yaml.
 */
export async function variant(file: string, model: string, label: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "countersign-demo-"));
  await cp(dirname(file), folder, { recursive: true });
  const submission = parse(await readFile(file, "utf8")) as { files: { mlflow: string; onnx?: string } } & Record<
    string,
    unknown
  >;
  const mark = `${model} ${label}`;
  const mlmodel = join(folder, submission.files.mlflow, "MLmodel");
  await writeFile(mlmodel, `${await readFile(mlmodel, "utf8")}metadata:\n  variant: ${JSON.stringify(mark)}\n`);
  if (submission.files.onnx) {
    const path = join(folder, submission.files.onnx);
    await writeFile(path, Buffer.concat([await readFile(path), metadata("variant", mark)]));
  }
  const target = join(folder, "countersign.yaml");
  await writeFile(target, stringify({ ...submission, model, label }));
  return target;
}

/** One `metadata_props` entry of ModelProto (field 14); protobuf messages may be joined end to end. */
function metadata(key: string, value: string): Buffer {
  const text = (field: number, content: string): Buffer =>
    Buffer.concat([Buffer.from([field * 8 + 2, content.length]), Buffer.from(content)]);
  const entry = Buffer.concat([text(1, key), text(2, value)]);
  return Buffer.concat([Buffer.from([14 * 8 + 2, entry.length]), entry]);
}
