using System.Globalization;

namespace Madoguchi.Tests.Rig;

/// <summary>A process named so that a later one with the same number is not taken for it.</summary>
public readonly record struct Born(int Id, long At)
{
    public static Born Self { get; } = Of(Environment.ProcessId) ?? throw new InvalidOperationException("/proc is needed to name processes.");

    public bool Lives => Of(Id) == this;

    public static Born? Of(int id)
    {
        try
        {
            // The command, in brackets, may hold blanks and brackets; the start time is the 20th field after it (proc(5)).
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            // Z: dead, and only waiting for somebody to ask how it ended.
            return fields[0] == "Z" ? null : new(id, long.Parse(fields[19], CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            return null; // no such process
        }
    }

    public static Born? Parse(string text) =>
        text.Trim().Split('-') is [var id, var at] && int.TryParse(id, CultureInfo.InvariantCulture, out var i) && long.TryParse(at, CultureInfo.InvariantCulture, out var a)
            ? new Born(i, a) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}-{At}");
}
