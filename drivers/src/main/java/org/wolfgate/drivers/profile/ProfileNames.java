package org.wolfgate.drivers.profile;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Lists the profiles there are: those that come with the product, and a site's own. */
public final class ProfileNames {

    private static final String ENDING = ".yaml";

    private ProfileNames() {}

    /**
     * Names of meter profiles.
     *
     * @param folder of the site's own, with {@code meters} inside; need not exist
     */
    public static SortedSet<String> meters(Path folder) {
        return names(folder, "meters");
    }

    /** Names of plant profiles. */
    public static SortedSet<String> plants(Path folder) {
        return names(folder, "plants");
    }

    private static SortedSet<String> names(Path folder, String kind) {
        SortedSet<String> names = new TreeSet<>();
        try {
            names.addAll(shipped(kind));
            if (Files.isDirectory(folder.resolve(kind))) {
                names.addAll(in(folder.resolve(kind)));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalArgumentException("cannot list the profiles in " + folder + ": " + e, e);
        }
        return names;
    }

    private static SortedSet<String> shipped(String kind) throws IOException, URISyntaxException {
        URL place = Profiles.class.getResource(kind);
        if (place == null) {
            return new TreeSet<>();
        }
        URI uri = place.toURI();
        if (!"jar".equals(uri.getScheme())) {
            return in(Path.of(uri));
        }
        Path jar = Path.of(URI.create(uri.getSchemeSpecificPart().replaceAll("!.*", "")));
        try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of())) {
            return in(inside.getPath(uri.getSchemeSpecificPart().replaceAll("^[^!]*!", "")));
        }
    }

    private static SortedSet<String> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
        }
    }
}
