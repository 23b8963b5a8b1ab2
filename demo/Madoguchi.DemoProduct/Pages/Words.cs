using Madoguchi.DemoProduct.Registering;

namespace Madoguchi.DemoProduct.Pages;

/// <summary>What the pages say, in both languages beside each other.</summary>
public sealed record Words(bool Japanese)
{
    public string Code => Japanese ? "ja" : "en";

    public string this[string ja, string en] => Japanese ? ja : en;

    public string Of(Refusal refusal) => refusal switch
    {
        Refusal.NoSuchCode => this["この製品コードはありません。本体の表示をご確認ください。", "There is no such product code. Please look at the display of your kettle."],
        Refusal.NoAddress => this["メールアドレスを入力してください。", "Please enter your mail address."],
        Refusal.Locked => this["この製品コードはロックされています(使用済み)。", "This product code is locked (it has been used)."],
        Refusal.WrongConfirmation => this["確認コードが違います。", "This is not the confirmation code."],
    };
}
