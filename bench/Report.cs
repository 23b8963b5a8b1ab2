namespace Madoguchi.Bench;

/// <summary>The table of docs/performance.md, as it is measured.</summary>
public static class Report
{
    public static void Head(string title) => Console.WriteLine($"\n### {title}\n\n| what | figure |\n|---|---|");

    public static void Row(string what, Figure figure) => Row(what, figure.ToString());

    public static void Row(string what, string figure) => Console.WriteLine($"| {what} | {figure} |");

    public static string Machine => $"{Environment.ProcessorCount} cores ({File.ReadLines("/proc/cpuinfo").First(l => l.StartsWith("model name", StringComparison.Ordinal)).Split(": ")[1]}), .NET {Environment.Version}, {DateTime.UtcNow:yyyy-MM-dd}";
}
