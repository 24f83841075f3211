package org.wolfgate.drivers.yaml;

/**
 * One thing wrong with a file, as one line for the person who wrote it.
 *
 * @param line from 1
 * @param column from 1
 * @param what what is wrong
 * @param todo what to do about it
 */
public record Problem(String file, int line, int column, String what, String todo) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + what + "; " + todo;
    }
}
