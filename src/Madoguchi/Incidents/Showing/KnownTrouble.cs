using Madoguchi.Incidents.Maintaining;
using Madoguchi.Shared;

namespace Madoguchi.Incidents.Showing;

/// <summary>An open incident as whoever is about to write reads it.</summary>
/// <param name="Newest">What the public was told last.</param>
/// <param name="Fits">It is what they are about to write about, as far as one knows.</param>
/// <param name="Mine">Their case belongs to it: they hear of it by themselves.</param>
public sealed record KnownTrouble(Id<Incident> Id, Bilingual Title, IncidentState State, Bilingual? Newest, bool Fits, bool Mine = false);

/// <summary>What is known already to whoever is about to write.</summary>
public sealed record KnownTroubles(IReadOnlyList<KnownTrouble> Incidents, IReadOnlyList<Maintenance> Maintenances)
{
    public static readonly KnownTroubles None = new([], []);

    /// <summary>The one that it is most likely about.</summary>
    public KnownTrouble? Likeliest => Incidents.FirstOrDefault(i => i.Fits);

    public KnownTroubles Fitting => this with { Incidents = [.. Incidents.Where(i => i.Fits)] };

    public KnownTroubles Without(KnownTrouble? one) => one is null ? this : this with { Incidents = [.. Incidents.Where(i => i.Id != one.Id)] };
}
