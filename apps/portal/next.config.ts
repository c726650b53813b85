import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Native and stateful packages stay outside the bundle.
  serverExternalPackages: ["pg", "@node-rs/argon2"],
  transpilePackages: [
    "@countersign/api",
    "@countersign/ui",
    "@countersign/words",
    "@countersign/domain",
    "@countersign/reports",
    "@countersign/usecases",
    "@countersign/verifier",
  ],
  devIndicators: false,
};

export default config;
