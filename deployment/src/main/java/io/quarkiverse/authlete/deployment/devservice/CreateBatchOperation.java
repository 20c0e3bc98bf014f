package io.quarkiverse.authlete.deployment.devservice;

import java.time.InstantSource;
import java.util.List;

/** Takes a batch of create requests. What is wrong in one of them shows later, in the status of the batch. */
final class CreateBatchOperation implements ApiOperation {

    private final CreateRules rules;
    private final BatchQueue batches;
    private final InstantSource clock;
    private final TokenValues values;

    CreateBatchOperation(CreateRules rules, BatchQueue batches, InstantSource clock,
            TokenValues values) {
        this.rules = rules;
        this.batches = batches;
        this.clock = clock;
        this.values = values;
    }

    @Override
    public ApiResponse execute(ApiCall call) {
        boolean dryRun = dryRun(call.parameter("dryRun"));
        List<RequestFields> requests = call.fields().objects(RequestBodyReader.BATCH);
        if (requests.isEmpty()) {
            throw RefusedException.http(400, ResultCode.BATCH_EMPTY, "The batch is empty.");
        }
        Batch batch = new Batch(values.next(), requests, dryRun, rules, clock.millis());
        batches.add(batch);
        return ApiResponse.ok(TokenJson.success(ResultCode.BATCH_ACCEPTED, "The batch has " + requests.size() + " request(s).")
                .put("requestId", batch.requestId()));
    }

    private static boolean dryRun(String value) {
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw RefusedException.http(400, ResultCode.DRY_RUN_INVALID, "dryRun must be true or false.");
        }
        return "true".equals(value);
    }
}
