using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Learning.Practising;

/// <summary>A past case to practise on, frozen without names when it was picked. It goes with the case that it was taken from.</summary>
public sealed class PracticeCase
{
    public required Id<PracticeCase> Id { get; init; }
    public required Id<Case> CaseId { get; init; }
    public required string Title { get; init; }
    public required string Language { get; init; }
    public string? Product { get; init; }

    /// <summary>The turns, as JSON.</summary>
    public required string Steps { get; set; }
    public required DateTimeOffset PickedAt { get; init; }

    /// <summary>Nothing: offered by rule, and begun by a newcomer.</summary>
    public string? PickedBy { get; set; }

    /// <summary>Taken off the list; what was begun goes on.</summary>
    public DateTimeOffset? RetiredAt { get; set; }

    public IReadOnlyList<ReplayStep> Turns => JsonSerializer.Deserialize<IReadOnlyList<ReplayStep>>(Steps, Json.Kept) ?? [];
}

/// <summary>One newcomer, one past case. Theirs alone, and their mentor's if they wish.</summary>
public sealed class PracticeRun
{
    public const int LongestAnswer = 4_000;

    public required Id<PracticeRun> Id { get; init; }
    public required Id<PracticeCase> PracticeId { get; init; }
    public required Id<Agent> AgentId { get; init; }
    public required string AgentName { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What they would have answered, turn by turn.</summary>
    public List<string> Answers { get; private set; } = [];
    public string? Notes { get; private set; }
    public Id<Agent>? MentorId { get; private set; }
    public string? MentorName { get; private set; }

    /// <returns>False: there is nothing left to answer.</returns>
    public bool Answer(string words, int turns, DateTimeOffset now)
    {
        if (Answers.Count >= turns)
            return false;
        Answers = [.. Answers, PlainText.Clean(words)];
        EndedAt = Answers.Count == turns ? now : null;
        return true;
    }

    public void Note(string? notes) => Notes = string.IsNullOrWhiteSpace(notes) ? null : PlainText.Clean(notes);

    /// <summary>To one colleague; to nobody any more.</summary>
    public void ShowTo(Id<Agent>? mentor, string? name) => (MentorId, MentorName) = (mentor, name);
}
