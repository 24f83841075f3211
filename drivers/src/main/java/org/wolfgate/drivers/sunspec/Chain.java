package org.wolfgate.drivers.sunspec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What discovery found. The same model can stand in a device more than once.
 *
 * @param base where the marker stands
 * @param models in their order; the first is always model 1
 */
record Chain(int base, List<FoundModel> models) {

    Chain {
        models = List.copyOf(models);
    }

    /** The first model of any of these ids, the ids in order of preference. */
    Optional<FoundModel> first(int... ids) {
        return Arrays.stream(ids)
                .boxed()
                .flatMap(id -> models.stream().filter(model -> model.id() == id))
                .findFirst();
    }

    /** The models of any of these ids, in the device's order. */
    List<FoundModel> all(int... ids) {
        return models.stream()
                .filter(model -> Arrays.stream(ids).anyMatch(id -> id == model.id()))
                .toList();
    }

    @Override
    public String toString() {
        return "SunSpec at " + base + ": models "
                + models.stream().map(model -> Integer.toString(model.id())).collect(Collectors.joining(", "));
    }
}
