import { Authlete } from "@authlete/typescript-sdk";
import { AuthleteCore } from "@authlete/typescript-sdk/core.js";
import { tokenManagementCreate } from "@authlete/typescript-sdk/funcs/tokenManagementCreate.js";
import { tokenManagementDelete } from "@authlete/typescript-sdk/funcs/tokenManagementDelete.js";
import { tokenManagementList } from "@authlete/typescript-sdk/funcs/tokenManagementList.js";
import { tokenManagementRevoke } from "@authlete/typescript-sdk/funcs/tokenManagementRevoke.js";
import { tokenManagementUpdate } from "@authlete/typescript-sdk/funcs/tokenManagementUpdate.js";

export const { EMULATOR_URL, LIMITED_EMULATOR_URL, SERVICE_ID, API_TOKEN, OTHER_SERVICE_ID, OTHER_API_TOKEN } = process.env;
export const CLIENT_ID = 26888344961664;

function methods(options) {
  return new Authlete(options).token.management;
}

function functions(options) {
  const core = new AuthleteCore(options);
  const unwrapped = (func) => async (request, callOptions) => {
    const result = await func(core, request, callOptions);
    if (!result.ok) {
      throw result.error;
    }
    return result.value;
  };
  return {
    list: unwrapped(tokenManagementList),
    create: unwrapped(tokenManagementCreate),
    update: unwrapped(tokenManagementUpdate),
    delete: unwrapped(tokenManagementDelete),
    revoke: unwrapped(tokenManagementRevoke),
  };
}

/** The two ways to call the SDK, behind the same five functions. */
export const STYLES = { methods, functions };

/** What the SDK's client is made with; each option may be another. */
export function clientOptions(others = {}) {
  return { serverURL: EMULATOR_URL, bearer: API_TOKEN, ...others };
}

/** The five operations on the emulated service, with less to write for each call. */
export function operations(style, others = {}) {
  const sdk = STYLES[style](clientOptions(others));
  const serviceId = SERVICE_ID;
  return {
    list: (query = {}, options) => sdk.list({ serviceId, ...query }, options),
    create: (tokenCreateRequest, options) => sdk.create({ serviceId, tokenCreateRequest }, options),
    update: (tokenUpdateRequest, options) => sdk.update({ serviceId, tokenUpdateRequest }, options),
    delete: (accessTokenIdentifier, options) => sdk.delete({ serviceId, accessTokenIdentifier }, options),
    revoke: (tokenRevokeRequest, options) => sdk.revoke({ serviceId, tokenRevokeRequest }, options),
  };
}

export function newToken(others = {}) {
  return {
    grantType: "AUTHORIZATION_CODE",
    clientId: CLIENT_ID,
    subject: "john",
    scopes: ["history.read", "timeline.read"],
    ...others,
  };
}

async function control(method, path, body, url = EMULATOR_URL) {
  const response = await fetch(`${url}/emulator/${path}`, {
    method,
    headers: { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${method} ${path} was answered with ${response.status}: ${text}`);
  }
  return text === "" ? undefined : JSON.parse(text);
}

export const emulator = {
  reset: (url) => control("POST", "reset", undefined, url),
  requests: (url) => control("GET", "requests", undefined, url),
  fault: (fault) => control("POST", "faults", { times: 1, ...fault }),
};

/** What was answered to the calls of that operation, in their order. */
export async function answeredStatuses(operation) {
  return (await emulator.requests()).filter((request) => request.operation === operation).map((request) => request.status);
}
