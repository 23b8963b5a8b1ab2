using Madoguchi.Incidents.Maintaining;
using Madoguchi.Shared;

namespace Madoguchi.Incidents.Showing;

/// <summary>An open incident as whoever is about to write reads it.</summary>
/// <param name="Newest">What the public was told last.</param>
/// <param name="Fits">It is what they are about to write about, as far as one knows.</param>
public sealed record KnownTrouble(Id<Incident> Id, Bilingual Title, IncidentState State, Bilingual? Newest, bool Fits);

/// <summary>What is known already to whoever is about to write.</summary>
public sealed record KnownTroubles(IReadOnlyList<KnownTrouble> Incidents, IReadOnlyList<Maintenance> Maintenances)
{
    public static readonly KnownTroubles None = new([], []);
}
