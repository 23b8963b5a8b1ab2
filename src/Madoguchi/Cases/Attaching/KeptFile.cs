using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Cases.Attaching;

/// <summary>A file whose bytes are durable already, so that a transaction may name it.</summary>
/// <param name="Type">By our own look at the bytes.</param>
/// <param name="Width">Only of a picture that may be shown in a page.</param>
public sealed record KeptFile(string Name, string Type, long Size, string Sha256, int? Width = null, int? Height = null);

/// <summary>A form with files (multipart/form-data), read to its end, its files kept. Either <see cref="Problem"/> or the rest.</summary>
public sealed record Upload(IReadOnlyList<KeptFile> Files, IReadOnlyDictionary<string, string> Fields)
{
    public ProblemHttpResult? Problem { get; private init; }

    /// <summary>The same files and fields again have the same; the boundary that a sender makes up does not count.</summary>
    public byte[] Hash => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [
        .. Files.Select(f => $"file {f.Sha256} {f.Name}"), .. Fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key.Length} {f.Key}{f.Value.Length} {f.Value}")])));

    public static Upload Refused(ProblemHttpResult problem) => new([], new Dictionary<string, string>()) { Problem = problem };

    public static Upload Refused(string at, string why) => Refused(Shared.Problem.Invalid(at, why));
}
