package io.quarkiverse.authlete.deployment.devservice;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

import io.quarkiverse.authlete.emulator.RecordedRequest;

/** The latest requests, in the order of their arrival. */
final class RequestLog {

    static final int MAX_REQUESTS = 1000;

    private final Deque<Entry> entries = new ArrayDeque<>();

    /** @return the entry, to be told about the answer */
    synchronized Entry add(RecordedRequest request) {
        if (entries.size() == MAX_REQUESTS) {
            entries.removeFirst();
        }
        Entry entry = new Entry(request);
        entries.addLast(entry);
        return entry;
    }

    /** @param serviceId only the requests to this service; null for all */
    synchronized List<RecordedRequest> requests(String serviceId) {
        return entries.stream().map(Entry::request)
                .filter(request -> serviceId == null || serviceId.equals(request.serviceId())).toList();
    }

    synchronized void clear() {
        entries.clear();
    }

    static final class Entry {

        private final long start = System.nanoTime();
        private volatile RecordedRequest request;

        private Entry(RecordedRequest request) {
            this.request = request;
        }

        private RecordedRequest request() {
            return request;
        }

        /** @param status empty if nothing was answered */
        void end(OptionalInt status) {
            request = request.toBuilder().status(status.isPresent() ? status.getAsInt() : null)
                    .duration(Duration.ofNanos(System.nanoTime() - start)).build();
        }
    }
}
