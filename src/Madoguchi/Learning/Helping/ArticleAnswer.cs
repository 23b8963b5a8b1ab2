using Madoguchi.Articles;
using Madoguchi.Shared;

namespace Madoguchi.Learning.Helping;

/// <summary><see cref="Wrote"/>: they read it, and wrote to us all the same.</summary>
public enum Helped { Yes, No, Wrote }

/// <summary>What one reading of an article came to. Nothing is kept of who read it.</summary>
public sealed class ArticleAnswer
{
    /// <summary>Names one showing of the page; the same page answered twice counts once.</summary>
    public required Guid View { get; init; }
    public required Id<Article> ArticleId { get; init; }
    public required Helped Said { get; set; }
    public required DateTimeOffset At { get; set; }
}

public sealed record Answered(int Yes, int No, int Wrote)
{
    public static readonly Answered Nothing = new(0, 0, 0);

    public int InVain => No + Wrote;
}
