using System.Text;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Facts;

/// <summary>Which of a customer's devices a case is about (docs/adr/0005): the serial number decides, then the model.</summary>
public static class Devices
{
    public const string Serial = "serialNumber";
    public const string Model = "model";

    /// <summary>The device that this telling is about; null: one that nobody has told of yet.</summary>
    /// <param name="known">What holds about the customer's devices.</param>
    public static Id<Device>? TellApart(Case theCase, string key, string value, IEnumerable<Fact> known)
    {
        var devices = known.Where(f => f.DeviceId is not null).OrderByDescending(f => f.At).GroupBy(f => f.DeviceId!.Value).ToList(); // filtered: not null
        if (key != Serial && theCase.DeviceId is { } already)
            return already;

        if (key is Serial or Model && devices.Find(d => d.Any(f => f.Key == key && Fold(f.Value) == Fold(value))) is { } same)
            return same.Key;
        // A slip of the pen is corrected on the case where it was made; another serial number than an earlier case's is another device.
        if (theCase.DeviceId is { } own)
            return devices.Find(d => d.Key == own)?.Any(f => f.Key == Serial && f.CaseId != theCase.Id) == true ? null : own;
        return devices is [var only] && !(key is Serial or Model && only.Any(f => f.Key == key)) ? only.Key : null;
    }

    /// <summary>Serial numbers are copied by hand: width, case, spaces and hyphens tell nothing apart.</summary>
    public static string Fold(string value) =>
        string.Concat(PlainText.Normal(value, NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsLetterOrDigit));
}
