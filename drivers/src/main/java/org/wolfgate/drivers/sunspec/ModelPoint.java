package org.wolfgate.drivers.sunspec;

/**
 * A point of a model.
 *
 * @param offset from the register of the model's id, which is 0
 * @param words how many registers
 * @param scale the point that holds its power of ten; empty text if it has none
 */
record ModelPoint(String name, int offset, PointType type, int words, String scale) {

    int end() {
        return offset + words;
    }

    /** A line of the table of models, such as {@code W 14 int16 W_SF}. */
    static ModelPoint parse(String line) {
        String[] fields = line.split(" +", -1);
        String[] kind = fields[2].split("/", -1);
        PointType type = PointType.parse(kind[0]);
        int words = kind.length > 1 ? Integer.parseInt(kind[1]) : type.words();
        return new ModelPoint(fields[0], Integer.parseInt(fields[1]), type, words, fields.length > 3 ? fields[3] : "");
    }
}
