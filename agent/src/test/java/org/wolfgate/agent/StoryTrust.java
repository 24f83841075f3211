package org.wolfgate.agent;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wolfgate.agent.desk.DeskSigner;
import org.wolfgate.agent.trust.Issuer;
import org.wolfgate.agent.trust.KeySet;
import org.wolfgate.agent.trust.MessageGate;
import org.wolfgate.agent.trust.Rights;
import org.wolfgate.agent.trust.SigningKey;
import org.wolfgate.agent.trust.TrustException;
import org.wolfgate.agent.trust.TrustStore;

/** Two issuers of the stories: the ISO, which may order both nodes and set prices, and the town, which may order wind. */
final class StoryTrust {

    final SigningKey isoKey = SigningKey.fresh();
    final SigningKey townKey = SigningKey.fresh();
    final DeskSigner iso = new DeskSigner(isoKey, "iso", StorySubstation.NAME);
    final DeskSigner town = new DeskSigner(townKey, "town", StorySubstation.NAME);

    MessageGate gate() {
        try {
            TrustStore store = TrustStore.of(Map.of("iso", KeySet.of(isoKey), "town", KeySet.of(townKey)));
            return new MessageGate(
                    StorySubstation.NAME,
                    store,
                    List.of(
                            new Issuer("iso", Path.of("iso.jwks"), new Rights(Set.of("solar", "wind"), true)),
                            new Issuer("town", Path.of("town.jwks"), new Rights(Set.of("wind"), false))));
        } catch (TrustException e) {
            throw new IllegalStateException(e);
        }
    }
}
