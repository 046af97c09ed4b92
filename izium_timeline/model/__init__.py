"""What a chronology is: frozen values and EDTF. Standard library only."""
