using System.Diagnostics;
using Madoguchi.Care.Recognizing;
using Madoguchi.Cases.Wording;

namespace Madoguchi.Bench;

/// <summary>How long a customer's words take to be read for what hurts, and what is found of the sentences of ours: docs/care.md.</summary>
internal static class Hearings
{
    private const string Corpora = "tests/Madoguchi.Tests/Care/Recognizing";

    public static void Print(TimeSpan time)
    {
        Console.WriteLine("\n## Words that are hard to read\n\n| sentences | how many | precision | recall |\n|---|---|---|---|");
        var misses = new List<string>();
        foreach (var language in BuiltInPhrases.Languages)
        {
            foreach (var (file, what) in new[] { ("heard.", "the lists were tuned on"), ("hard.", "written to be hard"), ("again.", "written before the lists were widened"), ("untouched.", "written after the lists were first widened"), ("held.", "never tuned on"), ("told.", "after what the press reports of, never tuned on") })
            {
                var said = File.ReadAllLines(Path.Combine(Corpora, file + language + ".txt")).Select(l => (Text: l[5..], IsAbuse: l.StartsWith("fold ", StringComparison.Ordinal))).ToList();
                var folded = said.Where(s => Hearing.Of(s.Text, CareBook.BuiltIn).IsAbusive).ToList();
                Console.WriteLine($"| {(language is "ja" ? "Japanese" : "English")}, {what} | {said.Count} | {Share(folded.Count(f => f.IsAbuse), folded.Count)} | {Share(folded.Count(f => f.IsAbuse), said.Count(s => s.IsAbuse))} |");
                misses.AddRange(said.Where(s => s.IsAbuse != folded.Contains(s)).Select(s => $"- {(s.IsAbuse ? "not folded" : "folded")}: {s.Text}"));
            }
        }

        Console.WriteLine($"\n{string.Join('\n', misses)}\n\n| message | µs |\n|---|---|");
        foreach (var (name, text) in new[]
        {
            ("ordinary, 60 characters, Japanese", "ルーターの電源を入れ直しましたが、変わりませんでした。次に何をすればよいか教えてください。よろしくお願いします。"),
            ("angry, Japanese", "ふざけるな、3回も同じことを聞かれた。いつになったら直るんですか。"), ("abusive, Japanese", "この無能ども、早く返金しろ。注文番号は4471です。"),
            ("ordinary, 100 characters, English", "I restarted the router as you said, but it did not help. What should I do next? Thank you for looking into it."),
            ("abusive, English", "You are a useless moron, where is my refund for order 5512?"), ("ordinary, 10,000 characters", string.Concat(Enumerable.Repeat("It did not help, what next? ルーターは再起動を繰り返します。", 200))),
        })
            Console.WriteLine($"| {name} | {Measure(text, time):0.0} |");
    }

    private static double Measure(string text, TimeSpan time)
    {
        for (var i = 0; i < 50; i++)
            Hearing.Of(text, CareBook.BuiltIn);
        // The processor's time and not the clock's: other work on the machine is not ours.
        var (watch, times, before) = (Stopwatch.StartNew(), 0, Environment.CpuUsage.TotalTime);
        for (; watch.Elapsed < time; times++)
            Hearing.Of(text, CareBook.BuiltIn);
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / times;
    }

    private static string Share(int part, int whole) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{part} of {whole} ({100.0 * part / whole:0.0} %)");
}
