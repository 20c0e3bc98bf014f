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

/**
 * A server that lists tokens in an order of choice, and changes them by itself before each page. A page has as many tokens as
 * there are in the range, unless it is told otherwise.
 */
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
    private final List<String> ranges = new ArrayList<>();
    private Random changes;
    private int created;
    private int pages;
    private int mostToAskFor;
    private int largestPage;
    private boolean tellsTotal;
    private boolean echoesEnd;

    TokenServer(int port) {
        vertx.createHttpServer().requestHandler(request -> {
            int start = Integer.parseInt(request.getParam("start"));
            int end = Integer.parseInt(request.getParam("end"));
            if (asksForTooMany(start, end)) {
                request.response().setStatusCode(400).end("""
                        {"resultCode":"A159205","resultMessage":"[A159205] Too many tokens at once."}""");
            } else {
                request.response().end(page(start, end));
            }
        })
                .listen(port, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    /** Begins anew with these tokens, and changes them as the random numbers say; {@code null} for no changes. */
    synchronized void start(Order order, int size, Random random) {
        tokens = new TreeMap<>(order.comparator);
        created = 0;
        pages = 0;
        changes = random;
        ranges.clear();
        mostToAskFor = Integer.MAX_VALUE;
        largestPage = Integer.MAX_VALUE;
        tellsTotal = true;
        echoesEnd = false;
        pagesToBeChanged.drainPermits();
        create(size);
        permanent.clear();
        permanent.addAll(tokens.values());
    }

    /** It refuses to return more tokens at once. */
    synchronized TokenServer refuseMoreThan(int tokens) {
        mostToAskFor = tokens;
        return this;
    }

    /** It returns no more tokens at once, whatever it is asked for. */
    synchronized TokenServer cutAt(int tokens) {
        largestPage = tokens;
        return this;
    }

    synchronized TokenServer tellNoTotal() {
        tellsTotal = false;
        return this;
    }

    /** It repeats the end of the request, however many tokens there are. */
    synchronized TokenServer echoEnd() {
        echoesEnd = true;
        return this;
    }

    /** What it was asked for, as {@code start-end}. */
    synchronized List<String> ranges() {
        return List.copyOf(ranges);
    }

    private synchronized boolean asksForTooMany(int start, int end) {
        ranges.add(start + "-" + end);
        return end - start > mostToAskFor;
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
        if (changes == null) {
            return;
        }
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
        int last = (int) Math.min(Math.min(end, (long) start + largestPage), all.size());
        List<String> page = start >= last ? List.of() : all.subList(start, last);
        return page.stream().map(hash -> "{\"accessTokenHash\":\"" + hash + "\",\"createdAt\":1,\"clientId\":1}")
                .collect(Collectors.joining(",",
                        "{\"start\":" + start + ",\"end\":" + (echoesEnd ? end : last)
                                + (tellsTotal ? ",\"totalCount\":" + all.size() : "") + ",\"accessTokens\":[",
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
