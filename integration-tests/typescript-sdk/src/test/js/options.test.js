import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { RequestTimeoutError } from "@authlete/typescript-sdk/models/errors";
import { API_TOKEN, EMULATOR_URL, STYLES, emulator, newToken, operations } from "./emulator.js";

for (const style of Object.keys(STYLES)) {
  describe(`options of ${style}`, () => {
    beforeEach(() => emulator.reset());

    test("headers of a call arrive", async () => {
      const tokens = operations(style, { userAgent: "our-user-agent" });
      await tokens.create(newToken(), { headers: { "X-Correlation-ID": "c1" } });
      await tokens.list();
      const [create, list] = await emulator.requests();
      assert.equal(create.headers["x-correlation-id"], "c1");
      assert.equal(create.headers["user-agent"], "our-user-agent");
      assert.equal(create.headers["accept"], "application/json");
      assert.match(create.headers["content-type"], /^application\/json/);
      assert.equal(list.headers["x-correlation-id"], undefined);
    });

    test("the emulator keeps the API token to itself", async () => {
      await operations(style).list();
      const [list] = await emulator.requests();
      assert.equal(list.headers["authorization"], "***");
      assert.ok(!JSON.stringify(list).includes(API_TOKEN));
    });

    test("a call may go to another server", async () => {
      const tokens = operations(style, { serverURL: "http://127.0.0.1:1" });
      assert.equal((await tokens.list({}, { serverURL: EMULATOR_URL })).totalCount, 0);
    });

    test("a server's address may end with a slash", async () => {
      assert.equal((await operations(style, { serverURL: `${EMULATOR_URL}/` }).list()).totalCount, 0);
    });

    test("the API token is asked for with each call", async () => {
      const issued = ["wrong", API_TOKEN];
      const tokens = operations(style, { bearer: async () => issued.shift() });
      await assert.rejects(tokens.list(), { statusCode: 401 });
      assert.equal((await tokens.list()).totalCount, 0);
    });

    test("the timeout of a call wins over that of the client", async () => {
      const tokens = operations(style, { timeoutMs: 3_600_000 });
      await emulator.fault({ kind: "DELAY", delay: "PT1H", operation: "LIST", times: 2 });
      await assert.rejects(tokens.list({}, { timeoutMs: 100 }), RequestTimeoutError);
      const impatient = operations(style, { timeoutMs: 100 });
      await assert.rejects(impatient.list(), RequestTimeoutError);
      await emulator.reset();
      await impatient.list({}, { timeoutMs: 3_600_000 });
    });
  });
}
