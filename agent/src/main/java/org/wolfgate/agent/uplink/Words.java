package org.wolfgate.agent.uplink;

import java.util.Locale;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;

/** What brokers and the library say, in words that help. */
final class Words {

    /** Paho's own codes begin here; below are the reason codes of MQTT 5. */
    private static final int LIBRARY = 32_000;

    private Words() {}

    /** One line for a failure. */
    static String of(Throwable why) {
        if (why instanceof MqttException said && said.getReasonCode() > 0 && said.getReasonCode() < LIBRARY) {
            return reason(said.getReasonCode());
        }
        Throwable cause = why.getCause();
        String text = plain(why);
        return cause == null ? text : text + ": " + plain(cause);
    }

    private static String plain(Throwable why) {
        String message = why.getMessage();
        return message == null
                ? why.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }

    /** A reason code of MQTT 5, section 2.4. */
    static String reason(int code) {
        String text = switch (code) {
            case MqttReturnCode.RETURN_CODE_BAD_USERNAME_OR_PASSWORD -> "bad user name or password";
            case MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED -> "not authorised";
            case MqttReturnCode.RETURN_CODE_SESSION_TAKEN_OVER ->
                "another client came with the same client id:" + " do two agents have one identity?";
            case MqttReturnCode.RETURN_CODE_SERVER_SHUTTING_DOWN -> "the broker is shutting down";
            case MqttReturnCode.RETURN_CODE_SERVER_BUSY -> "the broker is busy";
            case MqttReturnCode.RETURN_CODE_QUOTA_EXCEEDED -> "quota exceeded";
            case MqttReturnCode.RETURN_CODE_PACKET_TOO_LARGE -> "packet too large";
            case MqttReturnCode.RETURN_CODE_KEEP_ALIVE_TIMEOUT -> "the broker missed our signs of life";
            default -> "reason code";
        };
        return String.format(Locale.ROOT, "%s, 0x%02X", text, code);
    }
}
