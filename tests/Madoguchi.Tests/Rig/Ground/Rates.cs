using System.Reflection;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Rig;

/// <summary>Loopback is not exempt from the limits, so tests raise every one of them by setting; a test about a limit sets it back.</summary>
public static class Rates
{
    public static IReadOnlyList<(string Key, string Value)> Raised { get; } =
    [
        .. typeof(Limits).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f is { IsLiteral: true, FieldType: var type } && type == typeof(string))
            .Select(f => ($"Madoguchi:Rates:{f.GetRawConstantValue()}", "1000000")),
    ];
}
