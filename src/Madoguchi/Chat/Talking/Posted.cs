using System.Security.Cryptography;
using System.Text;
using Madoguchi.Cases.Attaching;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Chat.Talking;

/// <summary>A form that a page has sent.</summary>
public sealed record Posted(IReadOnlyDictionary<string, string> Fields, IReadOnlyList<KeptFile> Files)
{
    public string this[string name] => Fields.GetValueOrDefault(name) ?? "";

    /// <summary>The field, or nothing where nothing was written.</summary>
    public string? Written(string name) => string.IsNullOrWhiteSpace(this[name]) ? null : this[name];

    /// <summary>One act per key and content: a double click is one; who goes back, writes something else and sends again means something else.</summary>
    public OnceKey? Once(string caller, string route)
    {
        if (this["key"] is not { Length: > 0 and <= 100 } key)
            return null;
        var content = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [
            .. Files.Select(f => $"file {f.Sha256} {f.Name}"), .. Fields.Where(f => f.Key is not ("key" or "after")).OrderBy(f => f.Key, StringComparer.Ordinal)
                .Select(f => $"{f.Key.Length} {f.Key}{f.Value.Length} {f.Value}")])));
        return new OnceKey(caller, route, $"{key} {Convert.ToHexStringLower(content)}", content);
    }

    public bool IsStorable => Fields.All(f => PlainText.IsStorable(f.Value));
}
