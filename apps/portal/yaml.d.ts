/** A YAML file as its text: see `turbopack` in next.config.ts. */
declare module "*.yaml" {
  const text: string;
  export default text;
}
