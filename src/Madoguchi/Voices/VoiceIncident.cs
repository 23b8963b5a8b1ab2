using Madoguchi.Incidents;
using Madoguchi.Shared;

namespace Madoguchi.Voices;

/// <summary>An incident whose cases all say it; those that it collects later land on the voice, too.</summary>
public sealed class VoiceIncident
{
    public required Id<Incident> IncidentId { get; init; }
    public required Id<Voice> VoiceId { get; set; }

    /// <summary>The voice that it came along with, to be taken apart again.</summary>
    public Id<Voice>? FromId { get; set; }
    public required DateTimeOffset At { get; init; }
    public required string ByName { get; init; }
}
