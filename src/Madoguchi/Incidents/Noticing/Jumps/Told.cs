namespace Madoguchi.Incidents.Noticing.Jumps;

/// <summary>A contact as the detector looks at it.</summary>
public sealed record Told(ContactMark Mark, Sketch? Sketch)
{
    public DateTimeOffset At => Mark.At;

    /// <summary>By which of two contacts one sees that they are one person's.</summary>
    public IReadOnlyList<string> Signs { get; } = Mark.Who?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } signs ? signs : [Mark.CaseId.ToString()];

    public string? Product { get; } = ContactMark.Plain(Mark.Product);
    public string? Problem { get; } = ContactMark.Plain(Mark.Problem);

    /// <summary>Nothing but a number says nothing.</summary>
    public string? ErrorText { get; } = Mark.ErrorText is { } error && error.Any(char.IsLetterOrDigit) ? error : null;

    public string? Exact => ErrorText is null ? null : Mark.Exact;

    public static Told Of(ContactMark mark) => new(mark, Sketch.Read(mark.Sketch));

    /// <summary>Says nearly the same as the one that this sketch is of; with an error text it would be known by that.</summary>
    public bool Resembles(string first) => ErrorText is null && Sketch is { } mine && Noticing.Sketch.Read(first) is { } theirs && theirs.Likeness(mine) >= Likes.Alike;

    public string? By(JumpKind kind) => kind switch
    {
        JumpKind.Exact => Exact == ErrorText ? null : Exact,
        JumpKind.ErrorText => ErrorText,
        JumpKind.Words => null,
        JumpKind.Problem => Problem,
        JumpKind.Product => Product,
    };

    // A contact is itself: they are sorted out by the thousand.
    public bool Equals(Told? other) => other is not null && other.Mark.CaseId == Mark.CaseId;

    public override int GetHashCode() => Mark.CaseId.GetHashCode();
}
