import assert from "node:assert/strict";
import { createServer } from "node:net";
import { beforeEach, describe, test } from "node:test";
import { AuthleteCore } from "@authlete/typescript-sdk/core.js";
import { tokenManagementDelete } from "@authlete/typescript-sdk/funcs/tokenManagementDelete.js";
import {
  AuthleteDefaultError, ConnectionError, RequestAbortedError, RequestTimeoutError, ResultError, SDKValidationError,
} from "@authlete/typescript-sdk/models/errors";
import {
  OTHER_SERVICE_ID, SERVICE_ID, STYLES, answeredStatuses, clientOptions, emulator, newToken, operations,
} from "./emulator.js";

for (const style of Object.keys(STYLES)) {
  describe(`errors of ${style}`, () => {
    const tokens = operations(style);

    beforeEach(() => emulator.reset());

    async function failure(promise, type) {
      const error = await promise.then((value) => assert.fail(`It succeeded: ${JSON.stringify(value)}`), (e) => e);
      assert.equal(error.constructor, type, error.stack);
      return error;
    }

    test("400 with a result: more tokens than a page may have", async () => {
      const error = await failure(tokens.list({ start: 0, end: 21 }), ResultError);
      assert.equal(error.statusCode, 400);
      assert.equal(error.resultCode, "A159205");
      assert.match(error.resultMessage, /20/);
    });

    test("400 with a result: nothing to revoke is named", async () => {
      const error = await failure(tokens.revoke({}), ResultError);
      assert.equal(error.statusCode, 400);
    });

    test("401 with a result: no API token, or a wrong one", async () => {
      const missing = await failure(operations(style, { bearer: undefined }).list(), ResultError);
      assert.equal(missing.statusCode, 401);
      assert.equal(missing.resultCode, "A001202");
      const wrong = await failure(operations(style, { bearer: "wrong" }).list(), ResultError);
      assert.equal(wrong.statusCode, 401);
      assert.ok(wrong.headers.get("www-authenticate"));
    });

    test("403 with a result: an API token of another service", async () => {
      const sdk = STYLES[style](clientOptions());
      const error = await failure(sdk.create({ serviceId: OTHER_SERVICE_ID, tokenCreateRequest: newToken() }), ResultError);
      assert.equal(error.statusCode, 403);
      assert.equal(typeof error.resultCode, "string");
      assert.deepEqual(await answeredStatuses("CREATE"), [403]);
    });

    test("404: the token to delete is not there", async () => {
      const error = await failure(tokens.delete("unknown"), AuthleteDefaultError);
      assert.equal(error.statusCode, 404);
      assert.equal(JSON.parse(error.body).resultCode, "A161202");
    });

    test("500 with a result, and without a body", async () => {
      await emulator.fault({ kind: "STATUS", status: 500, resultCode: "A001101", resultMessage: "[A001101] Server error." });
      const told = await failure(tokens.create(newToken()), ResultError);
      assert.equal(told.statusCode, 500);
      assert.equal(told.resultCode, "A001101");
      await emulator.fault({ kind: "STATUS", status: 500 });
      const untold = await failure(tokens.create(newToken()), AuthleteDefaultError);
      assert.equal(untold.statusCode, 500);
      assert.equal((await tokens.list()).totalCount, 0);
    });

    test("429 is the page of a gateway", async () => {
      await emulator.fault({ kind: "STATUS", status: 429, retryAfter: "PT2S" });
      const error = await failure(tokens.list(), AuthleteDefaultError);
      assert.equal(error.statusCode, 429);
      assert.match(error.contentType, /^text\/html/);
      assert.match(error.body, /<html>/i);
      assert.equal(error.headers.get("ratelimit-reset"), "2");
      assert.equal(error.headers.get("retry-after"), null);
    });

    test("503 with a wait", async () => {
      await emulator.fault({ kind: "STATUS", status: 503, retryAfter: "PT2S" });
      const error = await failure(tokens.list(), AuthleteDefaultError);
      assert.equal(error.statusCode, 503);
      assert.equal(error.headers.get("retry-after"), "2");
    });

    test("actions that tell of an error are no errors to the SDK", async () => {
      for (const action of ["BAD_REQUEST", "FORBIDDEN", "INTERNAL_SERVER_ERROR"]) {
        await emulator.fault({ kind: "ACTION", action });
        const created = await tokens.create(newToken());
        assert.equal(created.action, action);
        assert.equal(typeof created.resultCode, "string");
        assert.equal(created.accessToken, undefined);
      }
      await emulator.fault({ kind: "ACTION", action: "NOT_FOUND" });
      assert.equal((await tokens.update({ accessToken: "any" })).action, "NOT_FOUND");
      assert.equal((await tokens.list()).totalCount, 0);
    });

    test("nobody listens", async () => {
      const unused = createServer();
      await new Promise((listening) => unused.listen(0, "127.0.0.1", listening));
      const { port } = unused.address();
      await new Promise((closed) => unused.close(closed));
      await failure(operations(style, { serverURL: `http://127.0.0.1:${port}` }).list(), ConnectionError);
    });

    test("the connection is reset, although the token was created", async () => {
      await emulator.fault({ kind: "CONNECTION_RESET", processed: true });
      await failure(tokens.create(newToken()), ConnectionError);
      assert.deepEqual(await answeredStatuses("CREATE"), [null]);
      assert.equal((await tokens.list()).totalCount, 1);
    });

    test("the answer is late", async () => {
      await emulator.fault({ kind: "DELAY", delay: "PT1H" });
      await failure(tokens.list({}, { timeoutMs: 100 }), RequestTimeoutError);
    });

    test("the caller gives up while the answer is held back", async () => {
      await emulator.fault({ kind: "DELAY", delay: "PT1H" });
      const caller = new AbortController();
      const call = failure(tokens.create(newToken(), { signal: caller.signal }), RequestAbortedError);
      while ((await emulator.requests()).length === 0) {
        // The request is on its way.
      }
      caller.abort();
      await call;
      assert.equal((await tokens.list()).totalCount, 1);
    });

    test("a request that the SDK finds wrong is not sent", async () => {
      const error = await failure(tokens.create({ grantType: "UNHEARD_OF", clientId: 1 }), SDKValidationError);
      assert.match(error.pretty(), /grantType/);
      assert.deepEqual(await emulator.requests(), []);
    });
  });
}

test("a standalone function returns the error of the service", async () => {
  await emulator.reset();
  const result = await tokenManagementDelete(new AuthleteCore(clientOptions()),
    { serviceId: SERVICE_ID, accessTokenIdentifier: "unknown" });
  assert.equal(result.ok, false);
  assert.equal(result.error.statusCode, 404);
});
