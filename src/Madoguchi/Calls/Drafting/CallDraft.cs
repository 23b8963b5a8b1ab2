using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Calls.Drafting;

/// <summary>A call as far as it is written down: it has no case yet, and an agent has one telephone.</summary>
public sealed class CallDraft
{
    public required Id<Agent> AgentId { get; init; }

    /// <summary>The <see cref="HalfTaken"/> as JSON.</summary>
    public required string Typed { get; set; }
    public required DateTimeOffset At { get; set; }
}

/// <summary>As typed, right or wrong; what is left out is not written yet.</summary>
public sealed record HalfTaken(
    string? Text = null, string? Desk = null, string? CustomerNumber = null, string? Name = null, string? Reading = null, string? Phone = null, string? Email = null, string? Language = null,
    IReadOnlyDictionary<string, string>? Facts = null) : IChecked
{
    public bool IsEmpty => new[] { Text, CustomerNumber, Name, Reading, Phone, Email }.Concat(Facts?.Values ?? []).All(string.IsNullOrWhiteSpace);

    public IEnumerable<(string Pointer, string Why)> Errors()
    {
        if (Text?.Length > PlainText.Story)
            yield return ("/text", $"At most {PlainText.Story} characters; this has {Text.Length}.");
        foreach (var (at, line) in new[] { ("/desk", Desk), ("/customerNumber", CustomerNumber), ("/name", Name), ("/reading", Reading), ("/phone", Phone), ("/email", Email), ("/language", Language) })
        {
            foreach (var error in Checks.Line(at, line))
                yield return error;
        }

        if (Facts?.Count > 50)
            yield return ("/facts", "At most 50 facts at once.");
        foreach (var (key, value) in Facts ?? new Dictionary<string, string>())
        {
            if (key.Length > 60 || value?.Length > 2_000)
                yield return ("/facts/" + key, "At most 2000 characters.");
        }
    }
}

/// <param name="Typed">Empty when no call is half written down.</param>
/// <param name="At">When it was kept last.</param>
public sealed record KeptCall(HalfTaken Typed, DateTimeOffset? At = null);
