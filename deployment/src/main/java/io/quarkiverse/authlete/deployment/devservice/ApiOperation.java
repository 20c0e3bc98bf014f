package io.quarkiverse.authlete.deployment.devservice;

/** One operation of one service: decoded input in, answer out, no HTTP. */
interface ApiOperation {

    /** @throws RefusedException if the call is answered with an error */
    ApiResponse execute(ApiCall call);
}
