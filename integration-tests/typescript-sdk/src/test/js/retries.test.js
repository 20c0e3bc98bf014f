import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { AuthleteDefaultError, ConnectionError } from "@authlete/typescript-sdk/models/errors";
import { STYLES, answeredStatuses, emulator, newToken, operations } from "./emulator.js";

/** Retries at once: maxInterval bounds the SDK's jitter of up to a second, and Retry-After, too. */
function backoff(others = {}) {
  return {
    strategy: "backoff",
    backoff: { initialInterval: 1, maxInterval: 1, exponent: 1, maxElapsedTime: 3_600_000 },
    ...others,
  };
}

for (const style of Object.keys(STYLES)) {
  describe(`retries of ${style}`, () => {
    const tokens = operations(style);

    beforeEach(() => emulator.reset());

    for (const status of [429, 500, 502, 503, 504]) {
      test(`after ${status}, until it succeeds`, async () => {
        await emulator.fault({ kind: "STATUS", status, times: 2 });
        assert.equal((await tokens.list({}, { retries: backoff() })).totalCount, 0);
        assert.deepEqual(await answeredStatuses("LIST"), [status, status, 200]);
      });
    }

    test("of each operation", async () => {
      const retried = operations(style, { retryConfig: backoff() });
      await emulator.fault({ kind: "STATUS", status: 503, operation: "CREATE" });
      const { accessToken } = await retried.create(newToken());
      await emulator.fault({ kind: "STATUS", status: 503, operation: "UPDATE" });
      assert.equal((await retried.update({ accessToken, scopes: [] })).action, "OK");
      await emulator.fault({ kind: "STATUS", status: 503, operation: "DELETE" });
      await retried.delete(accessToken);
      await retried.create(newToken());
      await emulator.fault({ kind: "STATUS", status: 503, operation: "REVOKE" });
      assert.equal((await retried.revoke({ subject: "john" })).count, 1);
      assert.deepEqual(await answeredStatuses("CREATE"), [503, 200, 200]);
      assert.deepEqual(await answeredStatuses("UPDATE"), [503, 200]);
      assert.deepEqual(await answeredStatuses("DELETE"), [503, 204]);
      assert.deepEqual(await answeredStatuses("REVOKE"), [503, 200]);
      assert.equal((await retried.list()).totalCount, 0);
    });

    test("none without a configuration, after a refusal, or when their time is over", async () => {
      await emulator.fault({ kind: "STATUS", status: 503, times: 2 });
      await assert.rejects(tokens.list(), AuthleteDefaultError);
      const elapsed = { initialInterval: 1, maxInterval: 1, exponent: 1, maxElapsedTime: -1 };
      await assert.rejects(tokens.list({}, { retries: { strategy: "backoff", backoff: elapsed } }), AuthleteDefaultError);
      assert.deepEqual(await answeredStatuses("LIST"), [503, 503]);
      await assert.rejects(tokens.delete("unknown", { retries: backoff() }), AuthleteDefaultError);
      assert.deepEqual(await answeredStatuses("DELETE"), [404]);
    });

    test("of other status codes, if they are named", async () => {
      await emulator.fault({ kind: "STATUS", status: 418, times: 2 });
      assert.equal((await tokens.list({}, { retries: backoff(), retryCodes: ["4XX"] })).totalCount, 0);
      assert.deepEqual(await answeredStatuses("LIST"), [418, 418, 200]);
    });

    test("after a reset connection only if this is wanted", async () => {
      await emulator.fault({ kind: "CONNECTION_RESET", times: 2 });
      await assert.rejects(tokens.list({}, { retries: backoff() }), ConnectionError);
      assert.deepEqual(await answeredStatuses("LIST"), [null]);
      await tokens.list({}, { retries: backoff({ retryConnectionErrors: true }) });
      assert.deepEqual(await answeredStatuses("LIST"), [null, null, 200]);
    });

    test("wait as long as the emulator says", async () => {
      await emulator.fault({ kind: "STATUS", status: 503, retryAfter: "PT1S" });
      const patient = { initialInterval: 0, maxInterval: 60_000, exponent: 1, maxElapsedTime: 3_600_000 };
      await tokens.list({}, { retries: { strategy: "backoff", backoff: patient } });
      const [first, second] = (await emulator.requests()).map((request) => Date.parse(request.time));
      // Timers of Node may be a millisecond early.
      assert.ok(second - first >= 990, `${second - first} ms`);
    });

    test("create another token when only the answer was lost", async () => {
      await emulator.fault({ kind: "STATUS", status: 502, processed: true });
      await tokens.create(newToken(), { retries: backoff() });
      assert.equal((await tokens.list()).totalCount, 2);
    });
  });
}
