/** The form of a check's parameters: the part of JSON Schema (draft 2020-12) that the checks' own parameters are written in. */
export interface ParamsShape {
  type?: "object" | "array" | "string" | "number" | "integer" | "boolean";
  properties?: Record<string, ParamsShape>;
  required?: string[];
  additionalProperties?: false;
  items?: ParamsShape;
  anyOf?: ParamsShape[];
  enum?: (string | number)[];
  const?: string;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
}

/** Every check that a policy may ask for, by id, with the form of its parameters. */
export type CheckCatalogue = Readonly<Record<string, ParamsShape>>;
