import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { GrantType } from "@authlete/typescript-sdk/models";
import {
  CLIENT_ID, OTHER_API_TOKEN, OTHER_SERVICE_ID, STYLES, clientOptions, emulator, newToken, operations,
} from "./emulator.js";

for (const style of Object.keys(STYLES)) {
  describe(`operations as ${style}`, () => {
    const tokens = operations(style);

    beforeEach(() => emulator.reset());

    async function onlyToken() {
      const { totalCount, accessTokens } = await tokens.list();
      assert.equal(totalCount, 1);
      return accessTokens[0];
    }

    async function subjects() {
      const { accessTokens = [] } = await tokens.list({ end: 20 });
      return accessTokens.map((token) => token.subject).sort();
    }

    test("lists what it has created", async () => {
      const created = await tokens.create(newToken({
        accessTokenDuration: 60,
        refreshTokenDuration: 120,
        properties: [{ key: "k", value: "v", hidden: true }],
        authorizationDetails: { elements: [{ type: "payment", actions: ["pay"], otherFields: '{"amount":1}' }] },
      }));
      assert.equal(created.action, "OK");
      assert.equal(created.resultCode, "A109001");
      assert.equal(created.tokenType, "Bearer");
      assert.equal(created.expiresIn, 60);
      assert.equal(created.clientId, CLIENT_ID);
      assert.equal(created.grantType, "AUTHORIZATION_CODE");
      assert.equal(created.subject, "john");
      assert.deepEqual(created.scopes, ["history.read", "timeline.read"]);
      assert.deepEqual(created.properties, [{ key: "k", value: "v", hidden: true }]);
      assert.deepEqual(created.authorizationDetails.elements.map((element) => [element.type, element.actions]),
        [["payment", ["pay"]]]);
      assert.deepEqual(JSON.parse(created.authorizationDetails.elements[0].otherFields), { amount: 1 });
      assert.notEqual(created.accessToken, created.refreshToken);

      const listed = await onlyToken();
      assert.equal(listed.clientId, CLIENT_ID);
      assert.equal(listed.subject, "john");
      assert.equal(listed.grantType, "AUTHORIZATION_CODE");
      assert.equal(listed.lastRefreshedAt, 0);
      assert.deepEqual(listed.scopes, ["history.read", "timeline.read"]);
      assert.deepEqual(listed.properties, [{ key: "k", value: "v", hidden: true }]);
      assert.match(listed.accessTokenHash, /^[\w-]{43}$/);
      assert.match(listed.refreshTokenHash, /^[\w-]{43}$/);
      // A list tells whole seconds only.
      assert.ok(Math.abs(listed.accessTokenExpiresAt - created.expiresAt) < 1000);
      assert.ok(Math.abs(listed.refreshTokenExpiresAt - listed.accessTokenExpiresAt - 60_000) <= 1000);
    });

    test("lists a token without a user and a refresh token", async () => {
      const created = await tokens.create({ grantType: "CLIENT_CREDENTIALS", clientId: CLIENT_ID });
      assert.equal(created.action, "OK");
      assert.equal(created.refreshToken, undefined);
      const listed = await onlyToken();
      assert.equal(listed.subject, undefined);
      assert.equal(listed.refreshTokenHash, undefined);
      assert.equal(listed.refreshTokenExpiresAt, 0);
    });

    test("creates for every grant type that the SDK knows, but for refresh tokens", async () => {
      const grantTypes = Object.values(GrantType).filter((grantType) => grantType !== "REFRESH_TOKEN");
      for (const grantType of grantTypes) {
        assert.equal((await tokens.create(newToken({ grantType }))).action, "OK", grantType);
      }
      const { accessTokens } = await tokens.list({ end: 20 });
      assert.deepEqual(accessTokens.map((token) => token.grantType).sort(), grantTypes.sort());
      assert.equal((await tokens.create(newToken({ grantType: "REFRESH_TOKEN" }))).action, "BAD_REQUEST");
    });

    test("creates with every member that the SDK knows", async () => {
      const request = newToken({
        accessTokenDuration: 60,
        refreshTokenDuration: 120,
        accessToken: "chosen-access-token",
        refreshToken: "chosen-refresh-token",
        accessTokenPersistent: false,
        certificateThumbprint: "A".repeat(43),
        resources: ["https://example.com/api"],
        forExternalAttachment: true,
        acr: "urn:example:gold",
        authTime: 1700000000,
        clientIdentifier: String(CLIENT_ID),
        sessionId: "session",
      });
      const created = await tokens.create(request);
      assert.equal(created.action, "OK");
      assert.equal(created.accessToken, "chosen-access-token");
      assert.equal(created.refreshToken, "chosen-refresh-token");
      assert.equal(created.forExternalAttachment, true);
      assert.equal(created.sessionId, "session");
      const [{ body }] = await emulator.requests();
      assert.deepEqual(Object.keys(body).sort(), Object.keys(request).sort());
    });

    test("reads a list without tokens", async () => {
      const list = await tokens.list({ start: 0, end: 20 });
      assert.deepEqual(list, { start: 0, end: 20, totalCount: 0 });
    });

    test("counts tokens with an empty page", async () => {
      await tokens.create(newToken());
      await tokens.create(newToken({ subject: "jane" }));
      assert.deepEqual(await tokens.list({ start: 0, end: 0 }), { start: 0, end: 0, totalCount: 2 });
    });

    test("lists by client, subject and range", async () => {
      for (const subject of ["john", "jane", "john", "john"]) {
        await tokens.create(newToken({ subject }));
      }
      const list = await tokens.list({ clientIdentifier: String(CLIENT_ID), subject: "john", start: 1, end: 6 });
      assert.equal(list.start, 1);
      assert.equal(list.end, 6);
      assert.equal(list.totalCount, 3);
      assert.equal(list.subject, "john");
      assert.equal(list.client.clientId, CLIENT_ID);
      assert.deepEqual(list.accessTokens.map((token) => token.subject), ["john", "john"]);
      const [request] = (await emulator.requests()).filter((recorded) => recorded.operation === "LIST");
      assert.deepEqual(request.query, { clientIdentifier: [String(CLIENT_ID)], subject: ["john"], start: ["1"], end: ["6"] });
    });

    test("lists what it has updated", async () => {
      const { accessToken, expiresAt } = await tokens.create(newToken());
      const accessTokenExpiresAt = Math.floor(expiresAt / 1000) * 1000 + 5000;
      const updated = await tokens.update({
        accessToken,
        scopes: ["history.read"],
        properties: [{ key: "k2", value: "v2" }],
        accessTokenExpiresAt,
        accessTokenValueUpdated: true,
      });
      assert.equal(updated.action, "OK");
      assert.equal(updated.resultCode, "A135001");
      assert.equal(updated.tokenType, "Bearer");
      assert.equal(updated.accessTokenExpiresAt, accessTokenExpiresAt);
      assert.notEqual(updated.accessToken, accessToken);

      const listed = await onlyToken();
      assert.equal(listed.accessTokenExpiresAt, accessTokenExpiresAt);
      assert.deepEqual(listed.scopes, ["history.read"]);
      assert.deepEqual(listed.properties.map((property) => property.key), ["k2"]);

      assert.equal((await tokens.update({ accessToken: updated.accessToken })).action, "OK");
      assert.equal((await tokens.update({ accessToken })).action, "NOT_FOUND");
    });

    test("may not update a token of another service", async () => {
      const other = STYLES[style](clientOptions({ bearer: OTHER_API_TOKEN }));
      const { accessToken } = await other.create({ serviceId: OTHER_SERVICE_ID, tokenCreateRequest: newToken() });
      const updated = await tokens.update({ accessToken, scopes: [] });
      assert.equal(updated.action, "FORBIDDEN");
      const { accessTokens } = await other.list({ serviceId: OTHER_SERVICE_ID });
      assert.deepEqual(accessTokens.map((token) => token.scopes), [["history.read", "timeline.read"]]);
    });

    test("deletes by access token, refresh token and their hashes", async () => {
      const { accessToken } = await tokens.create(newToken({ subject: "by access token" }));
      const { refreshToken } = await tokens.create(newToken({ subject: "by refresh token" }));
      await tokens.create(newToken({ subject: "by hash" }));
      await tokens.create(newToken({ subject: "by hash of refresh token" }));
      const { accessTokens: listed } = await tokens.list();
      const bySubject = Object.fromEntries(listed.map((token) => [token.subject, token]));

      assert.equal(await tokens.delete(accessToken), undefined);
      assert.deepEqual(await subjects(), ["by hash", "by hash of refresh token", "by refresh token"]);
      await tokens.delete(refreshToken);
      assert.deepEqual(await subjects(), ["by hash", "by hash of refresh token"]);
      await tokens.delete(bySubject["by hash"].accessTokenHash);
      assert.deepEqual(await subjects(), ["by hash of refresh token"]);
      await tokens.delete(bySubject["by hash of refresh token"].refreshTokenHash);
      assert.deepEqual(await subjects(), []);
    });

    test("deletes a token whose value has characters that mean something in a path", async () => {
      const accessToken = "a/b?c#d%2Fe+f g;h=ä&..";
      await tokens.create(newToken({ accessToken, subject: "john" }));
      await tokens.create(newToken({ subject: "jane" }));
      await tokens.delete(accessToken);
      assert.deepEqual(await subjects(), ["jane"]);
    });

    test("revokes by access token, by refresh token, by user and client", async () => {
      const { accessToken } = await tokens.create(newToken({ subject: "by access token" }));
      const { refreshToken } = await tokens.create(newToken({ subject: "by refresh token" }));
      await tokens.create(newToken({ subject: "john" }));
      await tokens.create(newToken({ subject: "john" }));
      await tokens.create(newToken({ subject: "jane" }));

      assert.equal((await tokens.revoke({ accessTokenIdentifier: accessToken })).count, 1);
      assert.equal((await tokens.revoke({ refreshTokenIdentifier: refreshToken })).count, 1);
      const revoked = await tokens.revoke({ clientIdentifier: String(CLIENT_ID), subject: "john" });
      assert.equal(revoked.resultCode, "A312001");
      assert.equal(revoked.count, 2);
      assert.deepEqual(await subjects(), ["jane"]);
    });
  });
}
