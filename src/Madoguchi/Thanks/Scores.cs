using Madoguchi.Shared;

namespace Madoguchi.Thanks;

/// <summary>The five answers, as people say them: a number alone means nothing to anybody.</summary>
public static class Scores
{
    public static readonly IReadOnlyList<int> BestFirst = [5, 4, 3, 2, 1];

    public static string Name(int score, Tongue t) => score switch
    {
        5 => t["とても良かった", "Very good"],
        4 => t["良かった", "Good"],
        3 => t["ふつう", "All right"],
        2 => t["あまり良くなかった", "Not so good"],
        _ => t["良くなかった", "Not good"],
    };

    public static string Face(int score) => score switch
    {
        5 => "laugh",
        4 => "smile",
        3 => "meh",
        2 => "annoyed",
        _ => "frown",
    };
}
