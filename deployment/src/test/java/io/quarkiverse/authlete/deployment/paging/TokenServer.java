package io.quarkiverse.authlete.deployment.paging;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

import io.vertx.core.Vertx;

/** A server that lists tokens in an order of choice, and changes them by itself before each page. */
final class TokenServer implements Closeable {

    /** Tokens are numbered in the order of their creation, and the hash of one says nothing about its number. */
    enum Order {
        OLDEST_FIRST(Comparator.naturalOrder()),
        NEWEST_FIRST(Comparator.reverseOrder()),
        BY_HASH(Comparator.comparing(TokenServer::hash));

        private final Comparator<Integer> comparator;

        Order(Comparator<Integer> comparator) {
            this.comparator = comparator;
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final Semaphore pagesToBeChanged = new Semaphore(0);
    private final Set<String> permanent = new HashSet<>();
    private TreeMap<Integer, String> tokens;
    private Random changes;
    private int created;
    private int pages;

    TokenServer(int port) {
        vertx.createHttpServer().requestHandler(request -> request.response()
                .end(page(Integer.parseInt(request.getParam("start")), Integer.parseInt(request.getParam("end")))))
                .listen(port, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    /** Begins anew with these tokens, and changes them as the random numbers say. */
    synchronized void start(Order order, int size, Random random) {
        tokens = new TreeMap<>(order.comparator);
        created = 0;
        pages = 0;
        changes = random;
        pagesToBeChanged.drainPermits();
        create(size);
        permanent.clear();
        permanent.addAll(tokens.values());
    }

    /** The tokens that have been there all the time. */
    synchronized Set<String> permanent() {
        return Set.copyOf(permanent);
    }

    synchronized int pages() {
        return pages;
    }

    private synchronized void create(int count) {
        for (int i = 0; i < count; i++) {
            tokens.put(created, hash(created));
            created++;
        }
    }

    /** Removes up to so many neighbours, anywhere. */
    private synchronized void removeSome(int count, Random random) {
        if (tokens.isEmpty()) {
            return;
        }
        List<Integer> numbers = List.copyOf(tokens.keySet());
        int from = random.nextInt(numbers.size());
        numbers.subList(from, Math.min(numbers.size(), from + count))
                .forEach(number -> permanent.remove(tokens.remove(number)));
    }

    /** Makes changes at any time, ten for each page, until the thread is interrupted. */
    void goOnChanging(Random random) {
        try {
            while (true) {
                pagesToBeChanged.acquire();
                for (int i = 0; i < 5; i++) {
                    create(random.nextInt(3));
                    removeSome(random.nextInt(3), random);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void change() {
        switch (changes.nextInt(6)) {
            case 0 -> create(1);
            case 1 -> create(changes.nextInt(60));
            case 2 -> removeSome(1, changes);
            case 3 -> removeSome(changes.nextInt(60), changes);
            default -> {
            }
        }
    }

    private synchronized String page(int start, int end) {
        pages++;
        pagesToBeChanged.release();
        change();
        List<String> all = new ArrayList<>(tokens.values());
        int last = Math.min(end, all.size());
        List<String> page = start >= last ? List.of() : all.subList(start, last);
        return page.stream().map(hash -> "{\"accessTokenHash\":\"" + hash + "\",\"createdAt\":1,\"clientId\":1}")
                .collect(Collectors.joining(",",
                        "{\"start\":" + start + ",\"end\":" + last + ",\"totalCount\":" + all.size() + ",\"accessTokens\":[",
                        "]}"));
    }

    private static String hash(int number) {
        return Integer.toHexString(number * 0x9E3779B1) + "-" + number;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
