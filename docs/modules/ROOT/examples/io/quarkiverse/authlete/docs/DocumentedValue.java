package io.quarkiverse.authlete.docs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkus.runtime.configuration.DurationConverter;

/** A value of a setting, and how a page may write it. */
record DocumentedValue(List<String> spellings) {

    private static final Map<String, String> WORDS = Map.of("0", "zero", "1", "one", "2", "two", "3", "three", "4", "four", "5",
            "five", "8", "eight", "10", "ten", "20", "twenty", "0.5", "half");
    private static final Map<String, String> SHARES = Map.of("0.25", "a quarter", "0.5", "half");
    private static final Pattern DURATION = Pattern.compile("(?i)\\d+(ms|s|m|h)");
    private static final Pattern MEBIBYTES = Pattern.compile("(\\d+)M");
    private static final Pattern WHOLE = Pattern.compile("\\d+");
    private static final Pattern LIST = Pattern.compile("[\\w.]+(,[\\w.]+)+");
    /** What a reader takes for a value. */
    private static final Pattern VALUE = Pattern.compile(
            "(?i)(?<![\\w.-])(\\d[\\d.,]*|half|(?:a |one )?quarter|three|four|five|ten|twenty|true|false)(?![\\w-])");

    /** @param value as in the code */
    static DocumentedValue of(String value) {
        List<String> spellings = new ArrayList<>(List.of(value));
        Matcher size = MEBIBYTES.matcher(value);
        if (size.matches()) {
            spellings.add(size.group(1) + " MiB");
        } else if (DURATION.matcher(value).matches()) {
            spellings.addAll(durations(DurationConverter.parseDuration(value)));
        } else if (LIST.matcher(value).matches()) {
            spellings.add(value.replace(",", ", "));
            spellings.add(value.replace(",", ", ").replaceFirst(", (?=[^,]*$)", " and "));
        } else if (WHOLE.matcher(value).matches()) {
            long number = Long.parseLong(value);
            spellings.add(String.format(Locale.ROOT, "%,d", number));
            if (number % 1024 == 0) {
                spellings.add(number / 1024 + " KiB");
            }
        } else if (value.equals("true")) {
            spellings.addAll(List.of("on", "yes", "enabled"));
        } else if (value.equals("false")) {
            spellings.addAll(List.of("off", "no", "disabled"));
        } else if (value.matches("0?\\.\\d+")) {
            long percent = Math.round(Double.parseDouble(value) * 100);
            spellings.addAll(List.of(percent + " %", percent + "%"));
        }
        if (WORDS.containsKey(value)) {
            spellings.add(WORDS.get(value));
        }
        if (SHARES.containsKey(value)) {
            spellings.add(SHARES.get(value));
        }
        return new DocumentedValue(spellings);
    }

    private static List<String> durations(Duration duration) {
        List<String> spellings = new ArrayList<>();
        long millis = duration.toMillis();
        spellings.addAll(List.of(millis + "ms", millis + " ms", millis + " milliseconds"));
        unit(spellings, millis, 1_000, List.of("s", " s", " seconds", " second"), "second");
        unit(spellings, millis, 60_000, List.of("m", " m", " min", " minutes", " minute"), "minute");
        unit(spellings, millis, 3_600_000, List.of("h", " h", " hours", " hour"), "hour");
        return spellings;
    }

    private static void unit(List<String> spellings, long millis, long unit, List<String> names, String word) {
        if (millis % unit == 0) {
            String amount = Long.toString(millis / unit);
            names.forEach(name -> spellings.add(amount + name));
            if (WORDS.containsKey(amount)) {
                names.forEach(name -> spellings.add(WORDS.get(amount) + name));
            }
            if (millis == unit) {
                spellings.addAll(List.of("a " + word, "an " + word));
            }
        } else if (millis * 2 == unit) {
            spellings.addAll(List.of("half a " + word, "half an " + word));
        }
    }

    /** @return whether a text says so */
    boolean isIn(String text) {
        return spellings.stream().anyMatch(spelling -> Pattern
                .compile("(?i)(?<![\\w.])" + Pattern.quote(spelling) + "(?![\\w]|\\.\\d)").matcher(text).find());
    }

    /** @return whether a text names any value */
    static boolean isNamedIn(String text) {
        return VALUE.matcher(text).find();
    }
}
