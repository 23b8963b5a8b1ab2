using Madoguchi.Shared;

namespace Madoguchi.Incidents;

public sealed partial class Incident
{
    /// <summary>As the public knows it.</summary>
    public Bilingual Name => new(PublicJa ?? PublicEn ?? Title, PublicEn ?? PublicJa ?? Title);

    /// <summary>How far we are, once it is said. Saying nothing of it leaves it as it is.</summary>
    public void Say(IncidentState? state, DateTimeOffset now)
    {
        ChangedAt = now;
        if (state is not { } said)
            return;
        State = said;
        ResolvedAt = said is IncidentState.Resolved ? ResolvedAt ?? now : null;
    }

    /// <summary>Several have come back: it is not over.</summary>
    public void Reopen(DateTimeOffset now) => (State, ResolvedAt, ChangedAt) = (IncidentState.Investigating, null, now);
}
