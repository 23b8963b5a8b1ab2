namespace Madoguchi.Inbox.Heeding;

/// <summary>What the open case has to do with what moves many: an incident, a voice; and what whoever answers it should be spared. Each part says nothing while there is nothing.</summary>
public sealed record CaseHeed
{
    public static readonly CaseHeed None = new();

    /// <summary>The open incident that it belongs to, or seems to.</summary>
    public CaseIncident? Incident { get; init; }

    public CaseVoices Voices { get; init; } = CaseVoices.None;

    /// <summary>Picks cases to practise with.</summary>
    public bool MayPick { get; init; }

    /// <summary>What was hard to read, the step that holds, a supervisor waited for.</summary>
    public Care.CareView Care { get; init; } = Madoguchi.Care.CareView.None;
}
