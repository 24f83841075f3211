package org.wolfgate.vectors;

import com.fasterxml.jackson.databind.JsonNode;

/** One format of case file. Implementations are listed in {@link Vectors}. */
interface CaseFormat {

    /** Whether this format reads the file with this root. */
    boolean accepts(JsonNode root);

    /** Runs every case of the file and scores each check. */
    void run(JsonNode root, Score score);
}
