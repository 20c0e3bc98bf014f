import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { AuthleteDefaultError } from "@authlete/typescript-sdk/models/errors";
import { LIMITED_EMULATOR_URL, STYLES, emulator, newToken, operations } from "./emulator.js";

const RETRIES = {
  strategy: "backoff",
  backoff: { initialInterval: 100, maxInterval: 200, exponent: 1, maxElapsedTime: 3_600_000 },
};

for (const style of Object.keys(STYLES)) {
  describe(`a rate limit and ${style}`, () => {
    const tokens = operations(style, { serverURL: LIMITED_EMULATOR_URL });

    beforeEach(() => emulator.reset(LIMITED_EMULATOR_URL));

    test("a burst has failures, and no more tokens than successes", async () => {
      const burst = await Promise.allSettled(Array.from({ length: 30 }, () => tokens.create(newToken())));
      const created = burst.filter((call) => call.status === "fulfilled").length;
      const refused = burst.filter((call) => call.status === "rejected").map((call) => call.reason);
      assert.ok(refused.length > 0);
      for (const error of refused) {
        assert.equal(error.constructor, AuthleteDefaultError, error.stack);
        assert.equal(error.statusCode, 429);
        assert.match(error.contentType, /^text\/html/);
        assert.match(error.headers.get("ratelimit-reset"), /^[1-9]\d*$/);
      }
      assert.equal((await tokens.list({ end: 0 }, { retries: RETRIES })).totalCount, created);
    });

    test("a burst with retries creates each token once", async () => {
      const burst = await Promise.all(Array.from({ length: 12 }, () => tokens.create(newToken(), { retries: RETRIES })));
      assert.equal(new Set(burst.map((created) => created.accessToken)).size, 12);
      assert.equal((await tokens.list({ end: 0 }, { retries: RETRIES })).totalCount, 12);
      const requests = (await emulator.requests(LIMITED_EMULATOR_URL)).filter((request) => request.operation === "CREATE");
      assert.equal(requests.filter((request) => request.status === 200).length, 12);
    });
  });
}
