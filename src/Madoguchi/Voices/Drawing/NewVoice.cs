using Madoguchi.Cases;
using Madoguchi.Incidents;
using Madoguchi.Shared;

namespace Madoguchi.Voices.Drawing;

/// <summary>What customers say, drawn from a case, or from an incident with all its cases.</summary>
/// <param name="Product">The case's own when left out.</param>
/// <param name="ErrorText">Of a defect, the case's own when left out; new contacts with it land on the voice.</param>
public sealed record NewVoice(VoiceKind Kind, string Title, Id<Case>? CaseId = null, Id<Incident>? IncidentId = null, string? Product = null, string? ErrorText = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Checks.Line("/title", Title), .. Checks.Line("/product", Product), .. Checks.Line("/errorText", ErrorText, 500),
        .. CaseId is null && IncidentId is null ? [("/caseId", "A voice is drawn from a case, or from an incident.")] : Array.Empty<(string, string)>(),
    ];
}

/// <summary>Who says it, too.</summary>
/// <param name="SameError">All contacts so far with the voice's error text.</param>
public sealed record MoreCases(Id<Case>? CaseId = null, Id<Incident>? IncidentId = null, bool? SameError = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() =>
        (CaseId is null ? 0 : 1) + (IncidentId is null ? 0 : 1) + (SameError == true ? 1 : 0) == 1 ? [] : [("/caseId", "One of them is needed: a case, an incident with all its cases, or sameError.")];
}

/// <summary>How a voice stands after it was drawn or joined.</summary>
/// <param name="VoiceId">The one that goes on, where it was merged.</param>
/// <param name="Joined">How many cases came with this; 0 for one that was there already.</param>
/// <param name="Cases">All behind it.</param>
/// <param name="Temperature">0 to 100.</param>
public sealed record VoiceStands(Id<Voice> VoiceId, int Joined, int Cases, int Customers, double Temperature);

public enum VoiceRefusal { Unknown, UnknownCase, UnknownIncident, SameVoice, MergedElsewhere, NotMerged, NotBehindIt }
