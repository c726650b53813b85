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
  // A policy to begin with is a file of the domain, read into the build as its text.
  turbopack: { rules: { "*.yaml": { type: "text" } } },
  devIndicators: false,
  // `forbidden()` answers 403 with a page of its own.
  experimental: { authInterrupts: true },
};

export default config;
