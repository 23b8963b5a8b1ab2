using System.Text.RegularExpressions;

namespace Madoguchi.Setup.Authoring;

/// <param name="Sign"><c>+</c> only in the newer text, <c>-</c> only in the older one, a blank in both.</param>
public sealed record DiffPiece(char Sign, string Text);

/// <summary>A line of both texts, told once.</summary>
/// <param name="Sign"><c>+</c> and <c>-</c> as a whole, <c>~</c> where some of it changed, a blank where nothing did.</param>
/// <param name="Folded">How many lines stand for this one, which are the same in both; 0 for a line of its own.</param>
public sealed record DiffRow(char Sign, IReadOnlyList<DiffPiece> Pieces, int Folded = 0);

/// <summary>How two texts differ, for people: within a line word by word, and what is the same is folded.</summary>
public static partial class WordDiff
{
    private const int Around = 1;
    private const int Long = 1_500;
    private const double Alike = 0.4;

    // A text of a thousand lines written anew from end to end is just that.
    private const int MostPairs = 10_000;

    public static IReadOnlyList<DiffRow> Of(string older, string newer)
    {
        var rows = new List<DiffRow>();
        List<string> gone = [], come = [];
        foreach (var line in LineDiff.Of(older, newer))
        {
            if (line.Sign == '-' && come.Count > 0)
                Settle();
            if (line.Sign is ' ')
            {
                Settle();
                rows.Add(new(' ', [new(' ', line.Text)]));
            }
            else if (line.Text.Trim().Length > 0)
            {
                (line.Sign == '-' ? gone : come).Add(line.Text); // an empty line more or less says nothing
            }
        }

        Settle();
        return Fold(rows);

        // A line that is mostly the same is one line that changed.
        void Settle()
        {
            var paired = (long)gone.Count * come.Count <= MostPairs;
            foreach (var old in gone)
            {
                var now = !paired ? -1 : come.FindIndex(c => Within(old, c) is { } pieces && Share(pieces) >= Alike);
                foreach (var before in now > 0 ? come[..now] : [])
                    rows.Add(new('+', [new('+', before)]));
                rows.Add(now < 0 ? new('-', [new('-', old)]) : new('~', Within(old, come[now])));
                if (now >= 0)
                    come.RemoveRange(0, now + 1);
            }

            rows.AddRange(come.Select(c => new DiffRow('+', [new('+', c)])));
            gone.Clear();
            come.Clear();
        }
    }

    /// <summary>Two lines as one.</summary>
    public static IReadOnlyList<DiffPiece> Within(string older, string newer)
    {
        if (older.Length + newer.Length > Long)
            return [new('-', older), new('+', newer)];
        // One word on each line: then lines are what differs.
        var pieces = new List<DiffPiece>();
        foreach (var line in LineDiff.Of(Words(older), Words(newer)))
        {
            if (pieces is [.., var last] && last.Sign == line.Sign)
                pieces[^1] = last with { Text = last.Text + line.Text };
            else
                pieces.Add(new(line.Sign, line.Text));
        }

        return pieces;
    }

    private static string Words(string line) => string.Join('\n', Word().Matches(line).Select(m => m.Value));

    private static double Share(IReadOnlyList<DiffPiece> pieces) => pieces.Where(p => p.Sign == ' ').Sum(p => 2.0 * p.Text.Length) / Math.Max(1, pieces.Sum(p => p.Sign == ' ' ? 2 * p.Text.Length : p.Text.Length));

    // One line of what is the same stands on each side of a change.
    private static List<DiffRow> Fold(List<DiffRow> rows)
    {
        var shown = new List<DiffRow>();
        for (var i = 0; i < rows.Count;)
        {
            var to = i;
            while (to < rows.Count && rows[to].Sign == ' ')
                to++;
            var (head, tail) = (i == 0 ? 0 : Around, to == rows.Count ? 0 : Around);
            if (to - i > head + tail + 1)
            {
                shown.AddRange(rows[i..(i + head)]);
                shown.Add(new(' ', [], to - i - head - tail));
                shown.AddRange(rows[(to - tail)..to]);
            }
            else
            {
                shown.AddRange(rows[i..to]);
            }

            if (to < rows.Count)
                shown.Add(rows[to++]);
            i = to;
        }

        return shown;
    }

    [GeneratedRegex(@"[\p{IsBasicLatin}-[\s\p{P}]]+|[ァ-ヶー]+|[^\S\n]+|[^\n]")]
    private static partial Regex Word();
}
