using Madoguchi.Cases;
using Madoguchi.Incidents;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Heeding;

/// <summary>The open incident that a case belongs to, or seems to.</summary>
/// <param name="Belongs">False: it fits, and nobody has said yet that it is one of them.</param>
/// <param name="Newest">What everybody affected was told last.</param>
public sealed record CaseIncident(Incident Incident, bool Belongs, Bilingual? Newest)
{
    /// <summary>The words to use, in the customer's language where there are some.</summary>
    public string? WordsFor(Case theCase) => Bilingual.Of(Incident.WordsJa, Incident.WordsEn)?.In(Tongue.Of(theCase.Language));
}
