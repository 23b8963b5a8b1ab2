using Madoguchi.Desks;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Resolving;
using Madoguchi.Incidents.Reviewing;
using Madoguchi.Incidents.Updating;
using Madoguchi.Remedies;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Updating;

/// <summary>What everybody affected by an incident was told and has answered, and what can be told next.</summary>
/// <param name="Answers">To the question whether it works again.</param>
/// <param name="Given">Remedies for everybody.</param>
/// <param name="Catalogue">What could be given.</param>
public sealed record ProgressView(
    Incident Incident, CurrentAgent Me, int Affected, IReadOnlyList<UpdateView> Updates, AnswersSoFar Answers, IReadOnlyList<RemedyForAll> Given, IReadOnlyList<Remedy> Catalogue, long LostMinutes, DateTimeOffset Now)
{
    public string Path => $"/desk/incidents/{Incident.Id}";

    public int Comes => Updates.Where(u => u.CalledOffAt is null).Sum(u => u.Waiting);
}

/// <summary>An update as it is written, before it is sent.</summary>
/// <param name="State">Nothing: as before.</param>
public sealed record UpdateDraft(string Ja, string En, IncidentState? State, string? Remedy, long? Amount, string? Because)
{
    public Bilingual Text => new(string.IsNullOrWhiteSpace(Ja) ? null : Ja, string.IsNullOrWhiteSpace(En) ? null : En);
}

/// <param name="Preview">Looked at; otherwise it is still being written.</param>
/// <param name="Held">It was held back: it goes out with a reason.</param>
public sealed record UpdatePageView(ProgressView Progress, UpdateDraft Draft, UpdatePreview? Preview, string? Wrong, bool Held);

/// <param name="Voices">Drawn from the same cases.</param>
public sealed record ReviewPageView(ReviewView Review, CurrentAgent Me, IReadOnlyList<LinkedVoice> Voices, NewReview? Typed, string? Wrong);

public sealed record LinkedVoice(Guid Id, string Title, int Cases);
