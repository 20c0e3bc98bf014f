package io.quarkiverse.authlete.deployment.faults;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** What the server of the soak does with a request, and how often in a thousand. */
enum SoakFault {

    NONE(700) {
        @Override
        void run(SoakLedger ledger, ReceivedRequest request, FaultConnection connection) throws IOException {
            ledger.apply(request).write(connection);
        }
    },
    DELAY(100) {
        @Override
        void run(SoakLedger ledger, ReceivedRequest request, FaultConnection connection)
                throws IOException, InterruptedException {
            SoakLedger.Answer answer = ledger.apply(request);
            TimeUnit.MILLISECONDS.sleep(20);
            answer.write(connection);
        }
    },
    RESET_BEFORE_PROCESSING(30) {
        @Override
        void run(SoakLedger ledger, ReceivedRequest request, FaultConnection connection) throws IOException {
            connection.reset();
        }
    },
    RESET_AFTER_PROCESSING(30) {
        @Override
        void run(SoakLedger ledger, ReceivedRequest request, FaultConnection connection) throws IOException {
            ledger.apply(request);
            connection.reset();
        }
    },
    CLOSE_AFTER_PROCESSING(20) {
        @Override
        void run(SoakLedger ledger, ReceivedRequest request, FaultConnection connection) throws IOException {
            ledger.apply(request);
            connection.close();
        }
    },
    ERROR_500_AFTER_PROCESSING(20) {
        @Override
        void run(SoakLedger ledger, ReceivedRequest request, FaultConnection connection) throws IOException {
            ledger.apply(request);
            connection.answer("500 Internal Server Error", "");
        }
    },
    ERROR_502_BEFORE_PROCESSING(20) {
        @Override
        void run(SoakLedger ledger, ReceivedRequest request, FaultConnection connection) throws IOException {
            connection.answer("502 Bad Gateway", "<html></html>");
        }
    },
    TRUNCATED_BODY(20) {
        @Override
        void run(SoakLedger ledger, ReceivedRequest request, FaultConnection connection) throws IOException {
            ledger.apply(request);
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"action\":\"OK\"");
            connection.close();
        }
    },
    STALL_AFTER_PROCESSING(3) {
        @Override
        void run(SoakLedger ledger, ReceivedRequest request, FaultConnection connection) throws IOException {
            ledger.apply(request);
            connection.awaitEnd();
        }
    },
    ERROR_503_AFTER_PROCESSING(15) {
        @Override
        void run(SoakLedger ledger, ReceivedRequest request, FaultConnection connection) throws IOException {
            ledger.apply(request);
            connection.answer("503 Service Unavailable", "");
        }
    },
    REFUSED_503_RETRY_NOW(15) {
        @Override
        void run(SoakLedger ledger, ReceivedRequest request, FaultConnection connection) throws IOException {
            connection.answer("503 Service Unavailable", "", "Retry-After: 0");
        }
    },
    LIMITED_429_RETRY_NOW(25) {
        @Override
        void run(SoakLedger ledger, ReceivedRequest request, FaultConnection connection) throws IOException {
            connection.answer("429 Too Many Requests", "", "Retry-After: 0");
        }
    },
    LIMITED_429_RETRY_IN_A_SECOND(2) {
        @Override
        void run(SoakLedger ledger, ReceivedRequest request, FaultConnection connection) throws IOException {
            connection.answer("429 Too Many Requests", "", "Retry-After: 1");
        }
    };

    private static final int OF_ALL = 1000;

    private final int share;

    SoakFault(int share) {
        this.share = share;
    }

    abstract void run(SoakLedger ledger, ReceivedRequest request, FaultConnection connection)
            throws IOException, InterruptedException;

    static SoakFault next(Random random) {
        int rest = random.nextInt(OF_ALL);
        for (SoakFault fault : values()) {
            rest -= fault.share;
            if (rest < 0) {
                return fault;
            }
        }
        throw new IllegalStateException("The shares make less than " + OF_ALL);
    }
}
