package org.wolfgate.agent.insurance.paper;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A formula factor (a x + b y + c), as the paper writes dispatches in prices.
 *
 * @param factor common factor
 * @param names of the variables
 * @param coefficients one per variable, then the constant
 */
record LinearFormula(double factor, List<String> names, List<Double> coefficients) {

    LinearFormula {
        names = List.copyOf(names);
        coefficients = List.copyOf(coefficients);
    }

    /** Reads the formula off a function that is affine in the variables, by its values at the origin and beside it. */
    static LinearFormula of(double factor, List<String> names, ToDoubleFunction<double[]> function) {
        double[] origin = new double[names.size()];
        double constant = function.applyAsDouble(origin);
        Double[] coefficients = new Double[names.size() + 1];
        for (int i = 0; i < names.size(); i++) {
            double[] beside = origin.clone();
            beside[i] = 1;
            coefficients[i] = (function.applyAsDouble(beside) - constant) / factor;
        }
        coefficients[names.size()] = constant / factor;
        return new LinearFormula(factor, names, List.of(coefficients));
    }

    boolean hasCoefficients(double... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (!Figures.same(expected[i], coefficients.get(i))) {
                return false;
            }
        }
        return expected.length == coefficients.size();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < coefficients.size(); i++) {
            double coefficient = coefficients.get(i);
            String size = Figures.fraction(Math.round(Math.abs(coefficient) * 1e9) / 1e9);
            boolean variable = i < names.size();
            text.append(coefficient < 0 ? " - " : " + ");
            text.append(variable && size.equals("1") ? "" : size + (variable ? " " : ""));
            text.append(variable ? names.get(i) : "");
        }
        String sum = text.charAt(1) == '+' ? text.substring(3) : "-" + text.substring(3);
        return Figures.fraction(factor) + " (" + sum + ")";
    }
}
